import { directionOf } from "../i18n/direction.ts";
import type { LocalText } from "../i18n/fallback.ts";
import { nameOfLanguageIn } from "../i18n/names.ts";
import type { Reader } from "../records/reader.ts";

/** `lang` and `dir` for a piece that is in another language than its page (WCAG 3.1.2). */
export function langAttributes(language: string, reader: Reader) {
  return language === reader.language ? {} : { lang: language, dir: directionOf(language) };
}

/** A text in the language it was found in. */
export function Text({ text, reader }: { text: LocalText | undefined; reader: Reader }) {
  if (text === undefined) return null;
  if (text.language === reader.language) return <>{text.value}</>;
  return <bdi {...langAttributes(text.language, reader)}>{text.value}</bdi>;
}

interface PassageProps {
  readonly text: LocalText | undefined;
  readonly reader: Reader;
  readonly class?: string;
}

/** A paragraph in the language it was found in, with a label where that isn't the reader's. */
export function Passage({ text, reader, class: className }: PassageProps) {
  if (text === undefined) return null;
  return (
    <p class={className} {...langAttributes(text.language, reader)}>
      {text.value} <FallbackLabel text={text} reader={reader} />
    </p>
  );
}

/** Says that a text isn't in the reader's language, and in which it is (DESIGN 2). */
export function FallbackLabel({ text, reader }: { text: LocalText | undefined; reader: Reader }) {
  if (text === undefined || !text.fellBack) return null;
  return (
    <span class="label" lang={reader.language} dir={reader.direction}>
      {reader.strings.inLanguage(nameOfLanguageIn(text.language, reader.language))}
    </span>
  );
}

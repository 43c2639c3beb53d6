import { directionOf } from "../i18n/direction.ts";
import type { LocalText } from "../i18n/fallback.ts";
import { nameOfLanguageIn } from "../i18n/names.ts";
import { noLanguage } from "../i18n/tag.ts";
import type { Reader } from "../records/reader.ts";

/** `lang` and `dir` for an element in another language than its page (WCAG 3.1.2); none in the page's own. */
export function langAttributes(language: string, reader: Reader) {
  return language === reader.language ? {} : { lang: language, dir: directionOf(language) };
}

/** A text in the language that was found for the reader. */
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

/** A paragraph in the language that was found for the reader, with a label if it isn't the reader's own. */
export function Passage({ text, reader, class: className }: PassageProps) {
  if (text === undefined) return null;
  return (
    <p class={className} {...langAttributes(text.language, reader)}>
      {text.value} <FallbackLabel text={text} reader={reader} />
    </p>
  );
}

/** The label of a text that isn't in the reader's language; it names the text's language (DESIGN 2). */
export function FallbackLabel({ text, reader }: { text: LocalText | undefined; reader: Reader }) {
  if (text === undefined || !text.fellBack || text.language === noLanguage) return null;
  return (
    <span class="label" lang={reader.language} dir={reader.direction}>
      {reader.strings.inLanguage(nameOfLanguageIn(text.language, reader.language))}
    </span>
  );
}

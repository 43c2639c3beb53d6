import { type Direction, directionOf } from "../i18n/direction.ts";
import type { LocalText } from "../i18n/fallback.ts";
import { splitLeftToRight } from "../i18n/left-to-right.ts";
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
  const words = <DirectedText text={text.value} direction={directionOf(text.language)} />;
  if (text.language === reader.language) return words;
  return <bdi {...langAttributes(text.language, reader)}>{words}</bdi>;
}

/** A text whose numbers, such as `287(g)`, stand in isolates if it is written from right to left. */
export function DirectedText({ text, direction }: { text: string; direction: Direction }) {
  return (
    <>
      {splitLeftToRight(text, direction).map((part) =>
        part.isLeftToRight ? <bdi dir="ltr">{part.text}</bdi> : part.text,
      )}
    </>
  );
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
      <DirectedText text={text.value} direction={directionOf(text.language)} />{" "}
      <FallbackLabel text={text} reader={reader} />
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

import { directionOf } from "../../languages/direction.ts";
import type { LocalText } from "../../languages/fallback.ts";
import { nameOfLanguageIn } from "../../languages/names.ts";
import type { Reader } from "../reader.ts";

/** `lang` and `dir` for a piece that is in another language than its page (WCAG 3.1.2). */
export function languageOf(language: string, reader: Reader) {
  return language === reader.language ? {} : { lang: language, dir: directionOf(language) };
}

/** A text in the language it was found in. */
export function Text({ text, reader }: { text: LocalText | undefined; reader: Reader }) {
  if (text === undefined) return null;
  if (text.language === reader.language) return <>{text.value}</>;
  return <bdi {...languageOf(text.language, reader)}>{text.value}</bdi>;
}

/** Says that a text isn't in the reader's language, and in which it is (DESIGN 2). */
export function FallbackLabel({ text, reader }: { text: LocalText | undefined; reader: Reader }) {
  if (text === undefined || !text.fellBack) return null;
  return (
    <span class="label">
      {reader.strings.onlyIn(nameOfLanguageIn(text.language, reader.language))}
    </span>
  );
}

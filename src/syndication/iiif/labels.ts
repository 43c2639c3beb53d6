import type { Texts } from "../../i18n/fallback.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { toLine } from "../../i18n/line.ts";
import { type Strings, stringsIn } from "../../i18n/strings.ts";
import { noLanguage } from "../../i18n/tag.ts";
import type { IiifResource } from "./json.ts";

/** The texts of a property by language tag, `none` for those without one (Presentation API 3.0, 4.1). */
export type LanguageMap = Readonly<Record<string, readonly string[]>>;

/** A record's texts, in all languages that it has. */
export function languageMap(texts: Texts): LanguageMap {
  return Object.fromEntries(
    Object.entries(texts).map(([tag, text]) => [keyOf(tag), [plainText(text)]]),
  );
}

/** A text that is the same in every language, or a name. */
export const unlabeled = (...texts: readonly string[]): LanguageMap => ({
  none: texts.map(plainText),
});

/** A text in one language. */
export const inOneLanguage = (tag: string, text: string): LanguageMap => ({
  [keyOf(tag)]: [plainText(text)],
});

/** Words of the interface, in each of its languages. */
export function wordsIn(
  languages: readonly InterfaceLanguage[],
  write: (strings: Strings, language: InterfaceLanguage) => string | readonly string[],
): LanguageMap {
  return Object.fromEntries(
    languages.map((language) => {
      const words = write(stringsIn(language), language);
      return [language, (typeof words === "string" ? [words] : words).map(plainText)];
    }),
  );
}

/** Values in several languages, each value in the language that it is written in. */
export function valuesByLanguage(
  values: readonly { readonly value: string; readonly language: string }[],
): LanguageMap {
  const map: Record<string, string[]> = {};
  for (const { value, language } of values) {
    const list = map[keyOf(language)] ?? [];
    const text = plainText(value);
    if (!list.includes(text)) list.push(text);
    map[keyOf(language)] = list;
  }
  return map;
}

/** A row of `metadata`, or a `requiredStatement`. */
export const labeled = (label: LanguageMap, value: LanguageMap): IiifResource => ({ label, value });

const keyOf = (tag: string) => (tag === noLanguage || tag === "und" ? "none" : tag);

/**
 * A value between `<` and `>` is HTML for viewers (Presentation API 3.0, 4.2): a space at its end makes it the plain
 * text that it is.
 */
function plainText(text: string): string {
  const line = toLine(text);
  return line.startsWith("<") && line.endsWith(">") ? `${line} ` : line;
}

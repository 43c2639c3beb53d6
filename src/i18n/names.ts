import { memoize } from "./memoize.ts";
import { baseLanguage } from "./tag.ts";

/** Languages' names in themselves where `Intl.DisplayNames` has none (in workerd and Node 24). */
const ownNames: Readonly<Record<string, string>> = {
  ht: "Kreyòl ayisyen",
  so: "Soomaali",
  ti: "ትግርኛ",
  ps: "پښتو",
  my: "မြန်မာ",
  km: "ខ្មែរ",
  mam: "Qyol Mam",
  quc: "K’iche’",
};

/** A language's name in itself, for lists of languages: `vi` → `Tiếng Việt`. */
export const nameOfLanguage = memoize(
  (tag) => ownNames[tag] ?? ownNames[baseLanguage(tag)] ?? displayName(tag, tag) ?? tag,
);

/** A language's name in the reader's language, for sentences: (`vi`, `en`) → `Vietnamese`. */
export function nameOfLanguageIn(tag: string, reader: string): string {
  return displayName(tag, reader) ?? nameOfLanguage(tag);
}

const namesIn = memoize(
  (language) => new Intl.DisplayNames([language], { type: "language", fallback: "none" }),
);

function displayName(tag: string, inLanguage: string): string | undefined {
  // Without extensions and private subtags, for which `of` throws: `en-x-old`.
  return namesIn(inLanguage).of(new Intl.Locale(tag).baseName);
}

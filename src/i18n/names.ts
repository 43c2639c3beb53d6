import { memoize } from "./memoize.ts";
import { baseLanguage } from "./tag.ts";

/** What languages call themselves, where `Intl.DisplayNames` has no name (seen in workerd and Node 24). */
const ownNames: Record<string, string> = {
  ht: "Kreyòl ayisyen",
  so: "Soomaali",
  ti: "ትግርኛ",
  ps: "پښتو",
  my: "မြန်မာ",
  mam: "Qyol Mam",
  quc: "K’iche’",
};

/** A language's name in itself, as a list of choices shows it: `vi` → `Tiếng Việt`. */
export function nameOfLanguage(tag: string): string {
  const own = ownNames[tag] ?? ownNames[baseLanguage(tag)];
  if (own !== undefined) return own;
  return displayName(tag, tag) ?? tag;
}

/** A language's name in the reader's language, as a sentence uses it: (`vi`, `en`) → `Vietnamese`. */
export function nameOfLanguageIn(tag: string, reader: string): string {
  return displayName(tag, reader) ?? nameOfLanguage(tag);
}

const namesIn = memoize(
  (language) => new Intl.DisplayNames([language], { type: "language", fallback: "none" }),
);

function displayName(tag: string, inLanguage: string): string | undefined {
  // Without extensions and private parts, of which it throws: `en-x-old`.
  return namesIn(inLanguage).of(new Intl.Locale(tag).baseName);
}

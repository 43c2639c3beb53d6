import { type InterfaceLanguage, interfaceLanguages } from "./interface-languages.ts";
import { baseLanguage } from "./tag.ts";

/**
 * The interface language for an `Accept-Language` header (RFC 9110 §12.5.4): the one with the highest weight,
 * the first of several; for a regional tag its base language.
 * @param header the header's value, or undefined if there is none
 * @param defaultLanguage the language if none matches
 * @param offered the languages to choose from
 */
export function negotiateLanguage(
  header: string | undefined,
  defaultLanguage: InterfaceLanguage = "en",
  offered: readonly InterfaceLanguage[] = interfaceLanguages,
): InterfaceLanguage {
  const preferences = (header ?? "")
    .split(",", 50)
    .map(parsePreference)
    .filter((preference) => preference.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of preferences) {
    const base = baseLanguage(tag);
    const language = offered.find((one) => one === base);
    if (language !== undefined) return language;
  }
  return defaultLanguage;
}

function parsePreference(item: string): { tag: string; weight: number } {
  const [tag = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  if (q === undefined) return { tag, weight: 1 };
  return { tag, weight: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0 };
}

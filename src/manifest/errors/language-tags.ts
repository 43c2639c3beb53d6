import { nameOfLanguage, nameOfLanguageIn } from "../../i18n/names.ts";
import { canonicalTag, isLanguageTag } from "../../i18n/tag.ts";
import type { Path } from "../source.ts";
import { nearestWord } from "./nearest.ts";

/** The fields whose value is a text in each language: their keys are language tags. */
const textFields = new Set([
  "name",
  "description",
  "alt",
  "notice",
  "contentWarning",
  "neighbours",
  "footerText",
]);

/** A language tag in a manifest that is none. */
export interface TagFault {
  readonly path: Path;
  /** Whether the tag is the key at the path's end, not the value. */
  readonly isKey: boolean;
  readonly message: string;
}

/** Every wrong language tag in a manifest's value, however the rest of it looks. */
export function wrongLanguageTags(value: unknown, path: Path = []): TagFault[] {
  if (Array.isArray(value)) {
    const inNeighbours = path[0] === "neighbours" && path.length === 2;
    return value.flatMap((item, index) => {
      const here = [...path, index];
      return inNeighbours ? fault(item, here, false) : wrongLanguageTags(item, here);
    });
  }
  if (value === null || typeof value !== "object") return [];
  const keysAreTags = textFields.has(String(path.at(-1)));
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key];
    if (keysAreTags) return [...keyFault(key, item, here), ...wrongLanguageTags(item, here)];
    return key === "inLanguage" ? fault(item, here, false) : wrongLanguageTags(item, here);
  });
}

/** In `{ en: First, second }` a comma parts what should be one text: then a key has no value. */
function keyFault(key: string, item: unknown, path: Path): TagFault[] {
  if (item !== null || explainTag(key) === undefined) return fault(key, path, true);
  const message = `“${key.slice(0, 40)}” stands alone here: a text with a comma in it goes in quotes, "…, …"`;
  return [{ path, isKey: true, message }];
}

function fault(tag: unknown, path: Path, isKey: boolean): TagFault[] {
  if (typeof tag !== "string") return [];
  const message = explainTag(tag);
  return message === undefined ? [] : [{ path, isKey, message }];
}

/**
 * What is wrong with a language tag and what to write instead, or undefined where it is right. A base
 * language of more than three letters is well formed in BCP 47, but names no language: `english`.
 */
export function explainTag(tag: string): string | undefined {
  if (isLanguageTag(tag) && /^[a-z]{2,3}(-|$)/.test(tag)) return undefined;
  const meant = meantTag(tag);
  const advice = meant === undefined ? "write for example en, es, vi or es-MX" : `write ${meant}`;
  return `“${tag.slice(0, 40)}” is no language tag: ${advice}`;
}

function meantTag(text: string): string | undefined {
  const canonical = canonicalTag(text.trim().replaceAll("_", "-"));
  // People write what they say: “in English”.
  const spoken = text
    .trim()
    .toLowerCase()
    .replace(/^(in|en) /, "");
  if (canonical !== undefined && /^[a-z]{2,3}(-|$)/.test(canonical)) return canonical;
  const names = tagsByName();
  return names.get(spoken) ?? names.get(nearestWord(spoken, names.keys()) ?? "");
}

let cache: Map<string, string> | undefined;

/** Tags by what people call a language: in English, Spanish and in the language itself. */
function tagsByName(): Map<string, string> {
  if (cache !== undefined) return cache;
  cache = new Map();
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  const twoLetters = letters.flatMap((first) => letters.map((second) => first + second));
  for (const tag of [...twoLetters, "mam", "quc"]) {
    if (canonicalTag(tag) !== tag) continue; // an old code of a language that has a newer one
    for (const name of [
      nameOfLanguageIn(tag, "en"),
      nameOfLanguage(tag),
      nameOfLanguageIn(tag, "es"),
    ]) {
      const lower = name.toLowerCase();
      if (lower !== tag && !cache.has(lower)) cache.set(lower, tag);
    }
  }
  return cache;
}

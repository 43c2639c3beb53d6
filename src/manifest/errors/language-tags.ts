import { nameOfLanguage, nameOfLanguageIn } from "../../i18n/names.ts";
import { canonicalTag, isLanguageTag } from "../../i18n/tag.ts";
import type { Path } from "../source.ts";
import { nearestWord } from "./nearest.ts";

/** The fields whose value is a text in several languages: their keys are language tags. */
const textFields = new Set([
  "name",
  "description",
  "alt",
  "notice",
  "contentWarning",
  "neighbours",
  "footerText",
]);

/** A wrong language tag in a manifest. */
export interface TagProblem {
  readonly path: Path;
  /** Whether the tag is the key at the path's end, not the value. */
  readonly isKey: boolean;
  readonly message: string;
}

/** Finds every wrong language tag in a manifest, even if other parts of it are wrong. */
export function findWrongTags(value: unknown, path: Path = []): TagProblem[] {
  if (Array.isArray(value)) {
    const inNeighbours = path[0] === "neighbours" && path.length === 2;
    return value.flatMap((item, index) => {
      const here = [...path, index];
      return inNeighbours ? checkTag(item, here, false) : findWrongTags(item, here);
    });
  }
  if (value === null || typeof value !== "object") return [];
  const keysAreTags = textFields.has(String(path.at(-1)));
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key];
    if (keysAreTags) return [...checkKey(key, item, here), ...findWrongTags(item, here)];
    return key === "inLanguage" ? checkTag(item, here, false) : findWrongTags(item, here);
  });
}

/** In `{ en: First, second }` the comma splits one text: the second part is a key without a value. */
function checkKey(key: string, item: unknown, path: Path): TagProblem[] {
  if (item !== null || explainTag(key) === undefined) return checkTag(key, path, true);
  const message = `“${key.slice(0, 40)}” has no value: put a text that contains a comma in quotes, "…, …"`;
  return [{ path, isKey: true, message }];
}

function checkTag(tag: unknown, path: Path, isKey: boolean): TagProblem[] {
  if (typeof tag !== "string") return [];
  const message = explainTag(tag);
  return message === undefined ? [] : [{ path, isKey, message }];
}

/**
 * Says what is wrong with a language tag and what to write instead; undefined if it is valid. A base
 * language of more than three letters is well formed in BCP 47, but no language has one: `english`.
 */
export function explainTag(tag: string): string | undefined {
  if (isLanguageTag(tag) && /^[a-z]{2,3}(-|$)/.test(tag)) return undefined;
  const meant = intendedTag(tag);
  const advice = meant === undefined ? "write for example en, es, vi or es-MX" : `write ${meant}`;
  return `“${tag.slice(0, 40)}” isn't a language tag: ${advice}`;
}

function intendedTag(text: string): string | undefined {
  const canonical = canonicalTag(text.trim().replaceAll("_", "-"));
  // People write “in English”.
  const spoken = text
    .trim()
    .toLowerCase()
    .replace(/^(in|en) /, "");
  if (canonical !== undefined && /^[a-z]{2,3}(-|$)/.test(canonical)) return canonical;
  const names = tagsByName();
  return names.get(spoken) ?? names.get(nearestWord(spoken, names.keys()) ?? "");
}

let cache: Map<string, string> | undefined;

/** Tags by a language's name in English, in Spanish and in the language itself. */
function tagsByName(): Map<string, string> {
  if (cache !== undefined) return cache;
  cache = new Map();
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  const twoLetters = letters.flatMap((first) => letters.map((second) => first + second));
  for (const tag of [...twoLetters, "mam", "quc"]) {
    if (canonicalTag(tag) !== tag) continue; // a deprecated code
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

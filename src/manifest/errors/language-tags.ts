import { nameOfLanguage, nameOfLanguageIn } from "../../i18n/names.ts";
import { baseLanguage, canonicalTag, isLanguageTag } from "../../i18n/tag.ts";
import type { Path } from "../source.ts";
import { nearestWord } from "./nearest.ts";
import { renameKey, replaceValue, valueAt } from "./values.ts";

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

/** A place of a manifest where a language tag is written. */
interface TagPlace {
  readonly tag: string;
  readonly path: Path;
  readonly isKey: boolean;
  /** Whether anything follows the tag, if it is a key. */
  readonly hasValue: boolean;
}

/** Every language tag in a manifest, in order, even if other parts of it are wrong. */
function findTags(value: unknown, path: Path): TagPlace[] {
  const single = (tag: unknown, here: Path): TagPlace[] =>
    typeof tag === "string" ? [{ tag, path: here, isKey: false, hasValue: true }] : [];
  if (Array.isArray(value)) {
    const inNeighbours = path[0] === "neighbours" && path.length === 2;
    return value.flatMap((item, index) => {
      const here = [...path, index];
      return inNeighbours ? single(item, here) : findTags(item, here);
    });
  }
  if (value === null || typeof value !== "object") return [];
  const keysAreTags = textFields.has(String(path.at(-1))) || isTopic(path);
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key];
    if (!keysAreTags) return key === "inLanguage" ? single(item, here) : findTags(item, here);
    const place = { tag: key, path: here, isKey: true, hasValue: item !== null };
    return [place, ...findTags(item, here)];
  });
}

/** Whether a value is an entry of `keywords`, which may be a text in several languages. */
const isTopic = (path: Path) => path.at(-2) === "keywords" && typeof path.at(-1) === "number";

/**
 * Finds every wrong language tag in a manifest, even if other parts of it are wrong.
 * @param writtenKeyAt the key of a value as it is written: `0x1F`, which YAML reads as 31
 */
export function findWrongTags(
  value: unknown,
  writtenKeyAt: (path: Path) => string | undefined = () => undefined,
): TagProblem[] {
  return findTags(value, []).flatMap(({ tag, path, isKey, hasValue }): TagProblem[] => {
    if (explainTag(tag) === undefined) return [];
    const written = (isKey ? writtenKeyAt(path) : undefined) ?? tag;
    const message = explainTag(written) ?? "isn't a language tag";
    return [{ path, isKey, message: hasValue ? message : explainComma(written) }];
  });
}

/** In `{ en: First, second }` the comma splits one text: the second part is a key without a value. */
function explainComma(key: string): string {
  return `“${key.slice(0, 40)}” has no value: put a text that contains a comma in quotes, "…, …"`;
}

/** A manifest with the preferred tag of each language. */
export interface PreferredTags {
  readonly value: unknown;
  readonly warnings: readonly TagProblem[];
  /** The path of the same place in the manifest as it is written. */
  asWritten(path: Path): Path;
}

/**
 * Replaces valid tags by the preferred ones of the same language: `iw` → `he`, `tl` → `fil`, `cmn` → `zh`.
 * Some are deprecated in the IANA registry, others are aliases in CLDR, whose names browsers know.
 */
export function preferTags(written: unknown): PreferredTags {
  const warnings: TagProblem[] = [];
  const renamed: { readonly path: Path; readonly tag: string }[] = [];
  let value = written;
  for (const { tag, path, isKey } of findTags(written, [])) {
    const preferred = preferredTag(tag);
    if (preferred === undefined) continue;
    const parent = path.slice(0, -1);
    // Both at once is an error: the text of one would be lost.
    if (isKey && Object.hasOwn(Object(valueAt(value, parent)), preferred)) continue;
    value = isKey ? renameKey(value, parent, tag, preferred) : replaceValue(value, path, preferred);
    if (isKey) renamed.push({ path: [...parent, preferred], tag });
    const message = `“${tag}” is a language tag for which ${preferred} is preferred, and is published so: write ${preferred}`;
    warnings.push({ path, isKey, message });
  }
  const asWritten = (path: Path): Path =>
    path.map((step, depth) => {
      const isHere = (one: { readonly path: Path }) =>
        one.path.length === depth + 1 && one.path.every((own, index) => own === path[index]);
      return renamed.find(isHere)?.tag ?? step;
    });
  return { value, warnings, asWritten };
}

/** The preferred tag for a valid one with another base language. */
function preferredTag(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(-|$)/.test(tag)) return undefined;
  const canonical = canonicalTag(tag);
  const isAlias = canonical !== undefined && baseLanguage(canonical) !== baseLanguage(tag);
  return isAlias && isLanguageTag(canonical) ? canonical : undefined;
}

/**
 * Says what is wrong with a language tag and what to write instead; undefined if it is valid. A base
 * language of more than three letters is well formed in BCP 47, but no language has one: `english`.
 */
export function explainTag(tag: string): string | undefined {
  if (isLanguageTag(tag) && /^[a-z]{2,3}(-|$)/.test(tag)) return undefined;
  const preferred = preferredTag(tag);
  if (preferred !== undefined) {
    return `“${tag}” is a language tag for which ${preferred} is preferred: write ${preferred}`;
  }
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

/** The tag of a language by its name: `español`, `Tiếng Anh`. @returns undefined if it isn't known */
export function tagOfLanguageName(name: string): string | undefined {
  return tagsByName().get(name.normalize("NFC").toLowerCase());
}

/** Tags by a language's name in the interface's languages and in the language itself. */
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
      ...["es", "vi", "ar"].map((reader) => nameOfLanguageIn(tag, reader)),
    ]) {
      const lower = name.toLowerCase();
      if (lower !== tag && !cache.has(lower)) cache.set(lower, tag);
    }
  }
  return cache;
}

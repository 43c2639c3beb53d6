import { findNames, indexNames, type NameIndex } from "./find-names.ts";

/** A path from a record's or manifest's root to a value: keys and indexes. */
type Path = readonly (string | number)[];

/** The names of a work's credits that aren't public, by whether they may be mentioned. */
export interface PrivateNames {
  /** Names that must be nowhere else. */
  readonly forbidden: NameIndex;
  /** Names whose credit says `allowMentions: true`, because someone else has the same name. */
  readonly allowed: NameIndex;
}

/** A field of a record or manifest that contains a name. */
export interface FieldMention {
  readonly name: string;
  readonly path: Path;
}

/**
 * Fields with a fixed set of values, digests and language tags: “vi” is a language, not a person. All other texts
 * are searched, so that a new field isn't forgotten.
 */
const fieldsWithoutNames = new Set([
  "codecs",
  "extension",
  "inLanguage",
  "interfaceLanguages",
  "kind",
  "mode",
  "origin",
  "schemaVersion",
  "sha256",
  "status",
]);

/**
 * The names of a work's credits that aren't public.
 * @param item a record or a manifest; of one that isn't valid, what can be read
 */
export function privateNamesOf(item: unknown): PrivateNames {
  const credits = privateCredits(item);
  const namesOf = (isAllowed: boolean) =>
    credits
      .filter(({ allowMentions }) => (allowMentions === true) === isAllowed)
      .flatMap(({ name }) => (typeof name === "string" ? name : []));
  const forbidden = new Set(namesOf(false));
  // A name that two credits have, one of them without `allowMentions`, may not be mentioned.
  const allowed = namesOf(true).filter((name) => !forbidden.has(name));
  return { forbidden: indexNames(forbidden), allowed: indexNames(allowed) };
}

/** Whether any credit isn't public. */
export function hasPrivateNames({ forbidden, allowed }: PrivateNames): boolean {
  return !forbidden.isEmpty || !allowed.isEmpty;
}

/** The fields of a record or manifest that contain one of the names, in order. Private credits aren't searched. */
export function findNamesInFields(item: unknown, names: NameIndex): FieldMention[] {
  if (names.isEmpty) return [];
  return [...textFields(item, [])].flatMap(({ text, path }) => {
    const found = findNames([{ text, start: 0 }], names).map(({ name }) => name);
    return [...new Set(found)].map((name) => ({ name, path }));
  });
}

function* textFields(value: unknown, path: Path): Generator<{ text: string; path: Path }> {
  if (typeof value === "string") yield { text: value, path };
  if (value === null || typeof value !== "object" || isPrivateCredit(value, path)) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, member] of entries) {
    // Names in a caption file, by which speakers are renamed. Other keys are fields and languages.
    if (path.at(-1) === "speakers") yield { text: String(key), path: [...path, key] };
    if (!fieldsWithoutNames.has(String(key))) yield* textFields(member, [...path, key]);
  }
}

interface Credit {
  readonly name?: unknown;
  readonly public?: unknown;
  readonly allowMentions?: unknown;
}

function privateCredits(item: unknown): Credit[] {
  const credits = isObject(item) && "credits" in item ? item.credits : undefined;
  if (!Array.isArray(credits)) return [];
  return credits.filter((credit, index) => isPrivateCredit(credit, ["credits", index]));
}

function isPrivateCredit(value: unknown, path: Path): value is Credit {
  const isCredit = path.length === 2 && path[0] === "credits";
  return isCredit && isObject(value) && "public" in value && value.public === false;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

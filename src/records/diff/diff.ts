import type { LibraryItem } from "../schema/record.ts";
import { type Change, changeOf, isEqual, isObject } from "./change.ts";
import { diffItems } from "./diff-items.ts";

/** Fields measured from the media: they change only with them. */
const measured = new Set(["duration"]);

/**
 * Compares two records of a work, field by field and language by language, in the order of the newer
 * record's fields.
 * @param before undefined for a new work: then everything is added
 */
export function diffRecords(before: LibraryItem | undefined, after: LibraryItem): Change[] {
  return diffObjects(before ?? {}, after, "").filter(({ field }) => !measured.has(field));
}

type Members = Readonly<Record<string, unknown>>;

function diffObjects(before: object, after: object, prefix: string): Change[] {
  const old: Members = { ...before };
  const now: Members = { ...after };
  const keys = [...Object.keys(now), ...Object.keys(old).filter((key) => !(key in now))];
  return keys.flatMap((key) => diffValues(old[key], now[key], prefix + key));
}

function diffValues(before: unknown, after: unknown, field: string): Change[] {
  const isUnchanged =
    before === undefined || after === undefined ? before === after : isEqual(before, after);
  if (isUnchanged) return [];
  const either = after ?? before;
  if (Array.isArray(either)) return diffItems(asList(before), asList(after), field);
  if (isTexts(either)) return diffTexts(before, after, field);
  if (
    isObject(either) &&
    !("sha256" in either) &&
    isObjectOrNone(before) &&
    isObjectOrNone(after)
  ) {
    return diffObjects(before ?? {}, after ?? {}, `${field}.`);
  }
  return [changeOf(before, after, { field })];
}

function diffTexts(before: unknown, after: unknown, field: string): Change[] {
  const old: Members = isObject(before) ? { ...before } : {};
  const now: Members = isObject(after) ? { ...after } : {};
  const languages = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  return languages
    .filter((language) => old[language] !== now[language])
    .map((language) => changeOf(old[language], now[language], { field, language }));
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isObjectOrNone = (value: unknown): value is object | undefined =>
  value === undefined || isObject(value);

/** Whether a value is a text in several languages: every key a language tag, every value a string. */
function isTexts(value: unknown): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([key, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(key) && typeof text === "string",
    )
  );
}

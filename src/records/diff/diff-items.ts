import { formatMoment } from "../moment.ts";
import { type Change, changeOf, isEqual, isObject } from "./change.ts";

type Item = Readonly<Record<string, unknown>>;

/** How an item of a list is told from its neighbours, in words for a line of a plan. */
interface Place {
  readonly language?: string;
  readonly which?: string;
}

/**
 * What differs between two lists of a record: items that came, went or changed. An item is the same one
 * as long as its language, kind, name or moment is; where only the order differs, it says so.
 */
export function diffItems(
  before: readonly unknown[],
  after: readonly unknown[],
  field: string,
): Change[] {
  const old = keyed(before);
  const now = keyed(after);
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const was = old.get(key);
    const is = now.get(key);
    if (was !== undefined && is !== undefined && isEqual(was, is)) return [];
    // An item's own words would repeat its place.
    const { sign } = changeOf(was, is, { field });
    return [{ sign, field, ...placeOf(is ?? was) }];
  });
  if (changes.length > 0) return changes;
  return isEqual(before, after) ? [] : [{ sign: "~", field, which: "the order" }];
}

/** Items by what they are; a second one of the same place has a number. */
function keyed(items: readonly unknown[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const { language = "", which = "" } = placeOf(item);
    let key = `${language} ${which}`;
    for (let number = 2; found.has(key); number += 1) key = `${language} ${which} ${number}`;
    found.set(key, item);
  }
  return found;
}

function placeOf(item: unknown): Place {
  if (!isObject(item)) return { which: String(item) };
  const { inLanguage, start, ...rest }: Item = { ...item };
  const language = typeof inLanguage === "string" ? { language: inLanguage } : {};
  // A chapter is its moment: its name may change.
  if (typeof start === "number") return { which: formatMoment(start) };
  const words = wordsOf(rest);
  return words === "" ? language : { ...language, which: words };
}

function wordsOf({ kind, role, width, height, extension, name, file }: Item): string {
  const words = [
    // Captions are what the list is called; the other kinds have to be named.
    kind === "captions" ? undefined : kind,
    nameOf(name),
    role === undefined ? undefined : `(${role})`,
    extension,
    width === undefined ? undefined : `${width}×${height}`,
    // A document may have a page and a PDF in one language.
    kind === undefined && name === undefined && isObject(file) && "extension" in file
      ? file.extension
      : undefined,
  ];
  return words.filter((word) => word !== undefined).join(" ");
}

/** A name, or the first of a name's languages. */
function nameOf(name: unknown): string | undefined {
  if (typeof name === "string") return name;
  if (!isObject(name)) return undefined;
  const [first] = Object.values(name);
  return typeof first === "string" ? `“${first}”` : undefined;
}

import { formatMoment } from "../moment.ts";
import { type Change, changeOf, isEqual, isObject } from "./change.ts";

/** What a change of a list names if only the order of its items differs. */
export const orderChanged = "the order";

type Item = Readonly<Record<string, unknown>>;

/** What distinguishes an item of a list from the others, as a plan shows it. */
interface ItemIdentity {
  readonly language?: string;
  readonly which?: string;
}

/**
 * Compares two lists of a record: items that were added, removed or changed. Items are matched by language,
 * kind, name or moment; if only the order differs, one change says so.
 */
export function diffItems(
  before: readonly unknown[],
  after: readonly unknown[],
  field: string,
): Change[] {
  const old = itemsByIdentity(before, field);
  const now = itemsByIdentity(after, field);
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const oldItem = old.get(key);
    const newItem = now.get(key);
    const isUnchanged = oldItem !== undefined && newItem !== undefined && isEqual(oldItem, newItem);
    if (isUnchanged) return [];
    // The item's values would only repeat its identity.
    const { sign } = changeOf(oldItem, newItem, { field });
    return [{ sign, field, ...identityOf(newItem ?? oldItem, field) }];
  });
  if (changes.length > 0) return changes;
  return isEqual(before, after) ? [] : [{ sign: "~", field, which: orderChanged }];
}

/** Items by identity; a second one with the same identity gets a number. */
function itemsByIdentity(items: readonly unknown[], field: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const { language = "", which = "" } = identityOf(item, field);
    let key = `${language} ${which}`;
    for (let number = 2; found.has(key); number += 1) key = `${language} ${which} ${number}`;
    found.set(key, item);
  }
  return found;
}

function identityOf(item: unknown, field: string): ItemIdentity {
  if (field === "keywords") return { which: wordOf(item) };
  if (!isObject(item)) return { which: String(item) };
  const { inLanguage, start, ...rest }: Item = { ...item };
  const language = typeof inLanguage === "string" ? { language: inLanguage } : {};
  // A chapter is identified by its moment, because its name may change.
  if (typeof start === "number") return { which: formatMoment(start) };
  const words = describeItem(rest);
  return words === "" ? language : { ...language, which: words };
}

/** A topic's English word, or its first. */
function wordOf(keyword: unknown): string {
  const words = isObject(keyword) ? { ...keyword } : {};
  return String("en" in words ? words.en : (Object.values(words)[0] ?? keyword));
}

function describeItem({ kind, role, width, height, extension, name, file }: Item): string {
  const words = [
    // The list is called captions, so only the other kinds have to be named.
    kind === "captions" ? undefined : kind,
    firstName(name),
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
function firstName(name: unknown): string | undefined {
  if (typeof name === "string") return name;
  if (!isObject(name)) return undefined;
  const [first] = Object.values(name);
  return typeof first === "string" ? `“${first}”` : undefined;
}

/**
 * The names of HTML's character references in a form that compresses to three fifths of the library's table: ordered by
 * what they stand for, so that most code points are the one after the one before.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import * as z from "zod";

const tableModule = z.object({ characterEntities: z.record(z.string(), z.string()) });

/** The text of each name, from the package on which decode-named-character-reference depends. */
export async function characterNames(): Promise<Readonly<Record<string, string>>> {
  const library = createRequire(import.meta.resolve("decode-named-character-reference"));
  const table = pathToFileURL(library.resolve("character-entities")).href;
  return tableModule.parse(await import(table)).characterEntities;
}

/**
 * @param table the text of each name: `{ amp: "&" }`
 * @returns for each text, separated by “;”: how much its first code point is above the one before, in base 36; after a
 *   “+” a second code point, if it has one; and its names, each after a “,”
 */
export function packCharacterNames(table: Readonly<Record<string, string>>): string {
  const names = new Map<string, string[]>();
  for (const [name, text] of Object.entries(table)) {
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  const rows = [...names].map(([text, own]) => ({ own, points: codePointsOf(text) }));
  rows.sort((a, b) => a.points[0] - b.points[0] || (a.points[1] ?? 0) - (b.points[1] ?? 0));
  let before = 0;
  const packed = rows.map(({ own, points: [first, second] }) => {
    const distance = (first - before).toString(36);
    before = first;
    return [distance + (second === undefined ? "" : `+${second.toString(36)}`), ...own].join(",");
  });
  return packed.join(";");
}

function codePointsOf(text: string): readonly [first: number, second?: number] {
  const [first = 0, second, ...more] = [...text].map((character) => character.codePointAt(0) ?? 0);
  if (more.length > 0) throw new Error(`“${text}” has more than two characters.`);
  return second === undefined ? [first] : [first, second];
}

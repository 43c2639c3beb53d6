/**
 * Stands in the Worker's bundle for decode-named-character-reference (wrangler.toml, [alias]), with the same names in
 * half the bytes (scripts/character-names.ts).
 */
import { characterNames } from "../build/character-names.ts";

/** The text of each name, made when the first one is asked for. */
let texts: ReadonlyMap<string, string> | undefined;

/** What a name stands for, without “&” and “;”: “é” for `eacute`; false for what is no name. */
export function decodeNamedCharacterReference(name: string): string | false {
  texts ??= unpackCharacterNames(characterNames);
  return texts.get(name) ?? false;
}

/** @param packed by `packCharacterNames` */
function unpackCharacterNames(packed: string): Map<string, string> {
  const unpacked = new Map<string, string>();
  let point = 0;
  for (const row of packed.split(";")) {
    const [points = "", ...names] = row.split(",");
    const [distance = "", second] = points.split("+");
    point += Number.parseInt(distance, 36);
    const more = second === undefined ? "" : String.fromCodePoint(Number.parseInt(second, 36));
    for (const name of names) unpacked.set(name, String.fromCodePoint(point) + more);
  }
  return unpacked;
}

import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Match } from "../../search/passages.ts";
import type { WantedPlaces } from "../../search/places.ts";
import { readJson } from "../read-json.ts";

/**
 * Finds the places of a text that a result may show, inside SQLite, with `instr` on the bytes of the stored text
 * (src/search/index-text.ts). FTS5's own `highlight` takes time that is the product of a text's length and its hits:
 * it copies the text for each of them; `snippet` compares each hit with all others.
 */

/**
 * How many places of a text are compared, of which a result shows three: the first ones, each at least `placeDistance`
 * bytes after the one before. One word alone is the same everywhere. Our choice.
 */
const maxPlaces = 16;
const maxPlacesOfOneWord = 4;
const placeDistance = 200;
/** The text before and after the beginning of a place, in bytes. What is before includes the cue's time. */
const bytesBefore = 1000;
const bytesAfter = 1100;

/** What `places` writes: the length of the text in bytes, then each place, or nulls for one that doesn't exist. */
const placeList = z
  .tuple([z.number()])
  .rest(z.tuple([z.number().nullable(), z.string().nullable(), z.string().nullable()]));

/** Reads the places of a row that `placeQueries` selects. */
export function readPlaces(json: string): Match[] {
  const [length, ...found] = readJson(placeList, json);
  return found.flatMap(([position, before, after]) =>
    position === null || before === null || after === null
      ? []
      : {
          position,
          before,
          after,
          isStart: position <= bytesBefore + 1,
          isEnd: position + bytesAfter > length,
        },
  );
}

/**
 * Queries that find the places of the rows of `found`, which has a column `body` with a stored text as bytes.
 * They are parts of a WITH clause. A recursive query would need temporary rows, which D1 bills. The offsets keep
 * SQLite from merging the queries into one, which would look for each place again and again.
 * @returns the queries, the name of the last one, and its expression for the places as JSON
 */
export function placeQueries(
  { phrase, terms, parts }: WantedPlaces,
  found: string,
  isOneWord: boolean,
): { queries: SQL; last: SQL; places: SQL } {
  const wanted = [...(phrase === undefined ? [] : [phrase]), ...terms];
  const columns = wanted.map((text, index) => `instr(body, ${bytes(text)}) as first${index}`);
  const firsts = wanted.map((_, index) => `first${index}`);
  const latest = `max(0, ${firsts.join(", ")})`;
  const part = parts.map((text) => `when instr(body, ${bytes(text)}) > 0 then ${bytes(text)}`);
  const chosen = [
    ...(phrase === undefined ? [] : [`when first0 > 0 then ${bytes(phrase)}`]),
    // What comes first only late in a text is rare in it.
    ...wanted.map((text, index) => `when first${index} = nullif(${latest}, 0) then ${bytes(text)}`),
    ...part,
  ];
  const count = isOneWord ? maxPlacesOfOneWord : maxPlaces;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const queries = numbers.map((number) => {
    const previous = `position${number - 1}`;
    const next =
      number === 1
        ? "instr(body, wanted)"
        : `instr(substr(body, ${previous} + ${placeDistance}), wanted)`;
    const from = number === 1 ? "" : `${previous} + ${placeDistance - 1} + `;
    return `place${number} as (select *, ${from}nullif(${next}, 0) as position${number}
      from ${number === 1 ? "chosen" : `place${number - 1}`} limit -1 offset 0)`;
  });
  return {
    queries: sql.raw(
      [
        `firsts as (select *, ${columns.join(", ")} from ${found} limit -1 offset 0)`,
        `chosen as (select *, case ${chosen.join(" ")} end as wanted from firsts limit -1 offset 0)`,
        ...queries,
      ].join(", "),
    ),
    last: sql.raw(`place${count}`),
    places: sql.raw(
      `json_array(length(body), ${numbers.map((number) => placeJson(`position${number}`)).join(", ")})`,
    ),
  };
}

/** The text around a position. A character that is cut by its first or last byte is left out. */
function placeJson(position: string): string {
  const before = `cast(substr(body, max(1, ${position} - ${bytesBefore}), min(${position} - 1, ${bytesBefore})) as text)`;
  const after = `cast(substr(body, ${position}, ${bytesAfter}) as text)`;
  return `json_array(${position},
    substr(${before}, case when ${position} > ${bytesBefore + 1} then 4 else 1 end),
    substr(${after}, 1, length(${after}) - (${position} + ${bytesAfter} <= length(body))))`;
}

/** A text's bytes in SQL. */
function bytes(text: string): string {
  const hexadecimal = Array.from(new TextEncoder().encode(text), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return `x'${hexadecimal.join("")}'`;
}

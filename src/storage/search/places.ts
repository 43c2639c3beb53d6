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
export const maxPlaces = 16;
const maxPlacesOfOneWord = 4;
const placeDistance = 200;
/** The text before and after the beginning of a place, in bytes. What is before includes the cue's time. */
const bytesBefore = 1000;
const bytesAfter = 1100;

/**
 * If this many places are within so many bytes, only this part of the text is looked at: then the word is common. SQLite
 * copies what a query hands to the next one.
 */
const densePlaces = 3;
const denseBytes = 30_000;

/** What `places` writes: the length of the text in bytes, then each place. */
const placeList = z.tuple([z.number()]).rest(z.tuple([z.number(), z.string(), z.string()]));

/** Reads the places of a row that `placeQueries` selects. */
export function readPlaces(json: string): Match[] {
  const [length, ...found] = readJson(placeList, json);
  return found.map(([position, before, after]) => ({
    position,
    before,
    after,
    isStart: position <= bytesBefore + 1,
    isEnd: position + bytesAfter > length,
  }));
}

/**
 * Queries that find the places of the rows of `found`, which has a column `body` with a stored text as bytes: the first
 * one chooses what is looked for, each of the others adds a place to `places`. They are parts of a WITH clause. A
 * recursive query would need temporary rows, which D1 bills. The offsets keep SQLite from merging the queries into
 * one, which would look for each place again and again.
 * @param columns the other columns of `found`
 * @returns the queries, and the name of the last one
 */
export function placeQueries(
  { phrase, terms, parts }: WantedPlaces,
  columns: string,
  isOneWord: boolean,
): { queries: SQL; last: SQL } {
  const wanted = [...(phrase === undefined ? [] : [phrase]), ...terms];
  const firsts = wanted.map((text, index) => `instr(body, ${bytes(text)}) as first${index}`);
  const latest = `max(0, ${wanted.map((_, index) => `first${index}`).join(", ")})`;
  const chosen = [
    ...(phrase === undefined ? [] : [`when first0 > 0 then ${bytes(phrase)}`]),
    // What comes first only late in a text is rare in it.
    ...wanted.map((text, index) => `when first${index} = nullif(${latest}, 0) then ${bytes(text)}`),
    ...parts.map((text) => `when instr(body, ${bytes(text)}) > 0 then ${bytes(text)}`),
  ];
  const separate = "limit -1 offset 0";
  // `body` is the text from the byte after `base` on, or a part of it.
  const next = `nullif(instr(substr(body, position - base + ${placeDistance}), wanted), 0)`;
  const count = isOneWord ? maxPlacesOfOneWord : maxPlaces;
  const queries = Array.from({ length: count }, (_, index) => {
    const isDense = `(position - start between 0 and ${denseBytes} and base = 0)`;
    const [body, base] =
      index === densePlaces
        ? [
            `case when ${isDense} then substr(body, max(1, position - ${bytesBefore}), ${2 * denseBytes}) else body end`,
            `case when ${isDense} then max(1, position - ${bytesBefore}) - 1 else base end`,
          ]
        : ["body", "base"];
    return `place${index + 1} as (select ${columns}, wanted, length, start,
      case when position is not null then ${body} end as body, ${base} as base,
      position + ${placeDistance - 1} + ${next} as position,
      places || case when position is null then '' else ', ' || ${placeJson} end as places
      from place${index} ${separate})`;
  });
  const isFound = "wanted is not null";
  return {
    queries: sql.raw(
      [
        `firsts as (select *, ${firsts.join(", ")} from found ${separate})`,
        `chosen as (select *, case ${chosen.join(" ")} end as wanted from firsts ${separate})`,
        `place0 as (select ${columns}, wanted, length(body) as length, instr(body, wanted) as start,
          case when ${isFound} then body end as body, 0 as base, instr(body, wanted) as position,
          '[' || length(body) as places from chosen ${separate})`,
        ...queries,
      ].join(", "),
    ),
    last: sql.raw(`place${count}`),
  };
}

/** The text around a position. A character that is cut by its first or last byte is left out. */
const placeJson = (() => {
  const start = `max(1, position - base - ${bytesBefore})`;
  const before = `cast(substr(body, ${start}, position - base - ${start}) as text)`;
  const after = `cast(substr(body, position - base, ${bytesAfter}) as text)`;
  return `json_array(position,
    substr(${before}, case when ${start} > 1 then 4 else 1 end),
    substr(${after}, 1, length(${after}) - (position + ${bytesAfter} <= length)))`;
})();

/** A text's bytes in SQL. */
function bytes(text: string): string {
  const hexadecimal = Array.from(new TextEncoder().encode(text), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return `x'${hexadecimal.join("")}'`;
}

import * as z from "zod";
import { type ItemOfKind, isOfKind, withArticle } from "../records/schema/kinds.ts";
import type { Kind } from "../records/schema/publishing-fields.ts";
import { storedRecord, upgradeRecord } from "../records/schema/versions.ts";
import type { Current } from "../records/views.ts";
import { rememberParsed } from "./memory/parsed.ts";

/**
 * D1 gives what one statement reads as JSON text, and these functions parse it. Records are upgraded but not
 * validated whole on every request: they were when they were written (src/records/schema/versions.ts).
 */

/** What reads a schema's JSON, if it isn't parsed anew each time. */
const readers = new WeakMap<z.ZodType, (json: string) => unknown>();

/** Parses JSON text by a schema. @throws ZodError if the text holds something else */
export function readJson<Output>(schema: z.ZodType<Output>, json: string): Output {
  const read = readers.get(schema);
  // The reader parses by this very schema.
  return read === undefined ? schema.parse(JSON.parse(json)) : (read(json) as Output);
}

/** Lets `readJson` parse each JSON of this schema only once while it is remembered. Its results are frozen. */
export function remembered<Output>(schema: z.ZodType<Output>): z.ZodType<Output> {
  readers.set(
    schema,
    rememberParsed((json) => schema.parse(JSON.parse(json))),
  );
  return schema;
}

/** For a column that holds JSON. Make it once: to make a schema takes longer than to parse a row by it. */
export function storedJson<Output>(schema: z.ZodType<Output>) {
  return z.string().transform((json) => readJson(schema, json));
}

/** The same for a column that may be null. */
export function optionalJson<Output>(schema: z.ZodType<Output>) {
  return orUndefined(storedJson(schema));
}

/** How many words a document's texts have: a member of `works.public_record` that isn't part of the record. */
export const storedWordCounts = orUndefined(z.record(z.string(), z.int()));

/** What `currentJson` writes: a current record of some kinds, upgraded to this release's version; `readJson` remembers it. */
export function current<Name extends Kind>(...kinds: readonly Name[]) {
  const schema = z
    .object({ digest: z.string(), record: storedRecord.extend({ wordCounts: storedWordCounts }) })
    .transform(({ digest, record: columns }, context): Current<ItemOfKind<Name>> => {
      const { wordCounts, ...stored } = columns;
      const record = upgradeRecord(stored);
      if (isOfKind(record, kinds)) {
        return wordCounts === undefined ? { digest, record } : { digest, record, wordCounts };
      }
      context.addIssue({ code: "custom", message: `is ${withArticle(record.kind)}` });
      return z.NEVER;
    });
  return remembered(schema);
}

export const currentLibrary = current("Library");
export const currentSeries = current("Series");
export const currentEpisode = current("Episode");
export const currentDocument = current("Document");
/** A film or a text. */
export const currentWork = current("Episode", "Document");
/** A record of any kind. */
export const currentItem = current("Library", "Series", "Episode", "Document");

/** For a member that SQLite writes as null if the row has no value for it. */
export function orUndefined<Output>(schema: z.ZodType<Output>) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** SQLite has no type for true and false. */
export const storedFlag = z.literal([0, 1]).transform((flag) => flag === 1);

/** Texts by language, as a record has them. */
export const storedTexts = z.record(z.string(), z.string());

import * as z from "zod";
import { isLanguageTag } from "../../i18n/tag.ts";
import type { ListFilters } from "../../storage/facet-index.ts";
import type { Cursor } from "../../storage/lists.ts";
import { readCursor } from "./cursor.ts";

/** What narrows a list of works, as addresses carry it. */
export const listParameters = z.object({
  kind: z.enum(["Episode", "Document"], "kind takes Episode or Document").optional(),
  in: z.string().refine(isLanguageTag, "in takes a language tag: en, es, vi").optional(),
  topic: z.string().trim().min(1).max(200, "topic takes 200 characters at the most").optional(),
  series: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/, "series takes the slug of a series")
    .optional(),
  cursor: z
    .string()
    .refine((text) => readCursor(text) !== undefined, "cursor takes a `next` that an answer gave")
    .optional(),
});

export type ListParameters = z.infer<typeof listParameters>;

/** An address that people mistyped is read as far as it makes sense. */
export function readListParameters(query: Record<string, string>): ListParameters {
  const { shape } = listParameters;
  return {
    kind: shape.kind.safeParse(query.kind).data,
    in: shape.in.safeParse(query.in).data,
    topic: shape.topic.safeParse(query.topic).data,
    series: shape.series.safeParse(query.series).data,
    cursor: shape.cursor.safeParse(query.cursor).data,
  };
}

/** The same as the lists of src/storage take it. */
export function listQueryOf({
  kind,
  in: inLanguage,
  topic,
  series,
  cursor,
}: ListParameters): ListFilters & {
  readonly after: Cursor | undefined;
} {
  return { kind, inLanguage, topic, series, after: readCursor(cursor) };
}

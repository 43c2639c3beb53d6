import type { Cursor } from "../../records/views.ts";
import type { ListFilters } from "../../storage/lists/facet-index.ts";
import { type ListParameters, listFilters, parseCursor } from "../contract.ts";

/** Reads an address that a person may have mistyped: a parameter that isn't valid is ignored. */
export function readListParameters(query: Readonly<Record<string, string>>): ListParameters {
  const { shape } = listFilters;
  return {
    kind: shape.kind.safeParse(query.kind).data,
    in: shape.in.safeParse(query.in).data,
    topic: shape.topic.safeParse(query.topic).data,
    series: shape.series.safeParse(query.series).data,
    cursor: shape.cursor.safeParse(query.cursor).data,
  };
}

/** The same filters as src/storage takes them. */
export function toListQuery({
  kind,
  in: inLanguage,
  topic,
  series,
  cursor,
}: ListParameters): ListFilters & { readonly after: Cursor | undefined } {
  return { kind, inLanguage, topic, series, after: parseCursor(cursor) };
}

import type { JsonLd } from "../metadata/schema-org.ts";

/** A resource of IIIF. Undefined members are omitted. */
export type IiifResource = { readonly [member: string]: JsonLd };

/** The context of manifests and collections, and the media type that the specification asks for (6.1). */
export const presentationContext = "http://iiif.io/api/presentation/3/context.json";
export const presentationType = `application/ld+json;profile="${presentationContext}"`;

/** The context of search answers (Content Search API 2.0), and their media type. */
export const searchContext = "http://iiif.io/api/search/2/context.json";
export const searchType = `application/ld+json;profile="${searchContext}"`;

/** Writes a resource. `<` is escaped, so that the text stays harmless if a page contains it as it is. */
export function writeIiif(resource: IiifResource): string {
  return JSON.stringify(resource).replaceAll("<", "\\u003c");
}

/** A list, or undefined if it is empty: IIIF has no empty lists but those of found annotations. */
export function unlessEmpty(list: readonly JsonLd[]): readonly JsonLd[] | undefined {
  return list.length === 0 ? undefined : list;
}

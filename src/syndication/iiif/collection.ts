import { iiifCollectionPath, iiifPath } from "../../records/addresses.ts";
import type { SeriesOutline } from "../../records/views.ts";
import { homepages, imageResource, providers } from "./describe.ts";
import { type IiifResource, presentationContext } from "./json.ts";
import { languageMap, wordsIn } from "./labels.ts";
import type { ManifestSource } from "./source.ts";

export interface CollectionSource extends Omit<ManifestSource, "episode" | "series"> {
  readonly outline: SeriesOutline & { readonly series: NonNullable<SeriesOutline["series"]> };
  /** Where this page of a long series starts. */
  readonly cursor: string | undefined;
  readonly nextCursor: string | undefined;
}

/**
 * A series as a collection of the manifests of its episodes. IIIF has no pages of collections: of a long series, the
 * last item is a collection with the rest.
 */
export function seriesCollection(source: CollectionSource): IiifResource {
  const { outline, settings, languages, cursor, nextCursor, origin } = source;
  const series = outline.series.record;
  const label = languageMap(series.name);
  const episodes = outline.episodes.map(({ slug, name, poster }) => ({
    id: origin + iiifPath(slug),
    type: "Manifest",
    label: languageMap(name),
    thumbnail: poster && [imageResource(poster, origin)],
  }));
  const rest = {
    id: origin + iiifCollectionPath(series.slug, { cursor: nextCursor }),
    type: "Collection",
    label: wordsIn(languages, (strings) => strings.more),
  };
  return {
    "@context": presentationContext,
    id: origin + iiifCollectionPath(series.slug, { cursor }),
    type: "Collection",
    label,
    summary: series.description && languageMap(series.description),
    provider: providers(settings, origin),
    homepage: homepages(series, source),
    items: nextCursor === undefined ? episodes : [...episodes, rest],
  };
}

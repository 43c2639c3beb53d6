import { chooseText, type Neighbours } from "../../i18n/fallback.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { iiifPath } from "../../records/addresses.ts";
import type { EpisodeRecord, LibraryRecord, SeriesRecord } from "../../records/schema/record.ts";

/** What a film's manifest is made from. */
export interface ManifestSource {
  /** As the public may see it. */
  readonly episode: EpisodeRecord;
  readonly series: SeriesRecord | undefined;
  readonly settings: LibraryRecord | undefined;
  /** The languages of the library's pages. */
  readonly languages: readonly InterfaceLanguage[];
  readonly neighbours: Neighbours;
  /** Scheme and host of the library. */
  readonly origin: string;
}

/** A film's only canvas: it has the film's time and picture. */
export const canvasId = ({ origin, slug }: { origin: string; slug: string }) =>
  origin + iiifPath(slug, "canvas/1");

/** A title in an interface language, by the fallback rule. */
export function titleIn(
  item: EpisodeRecord | SeriesRecord,
  language: string,
  neighbours: Neighbours,
): string {
  return chooseText(item.name, language, item.inLanguage, neighbours)?.value ?? item.slug;
}

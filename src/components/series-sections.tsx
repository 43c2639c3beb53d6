import type { ListedRecord } from "../records/listed.ts";
import type { Reader } from "../records/reader.ts";
import type { EpisodeRecord, SeriesRecord } from "../records/schema/record.ts";
import {
  Description,
  EpisodeCard,
  type SaidLabels,
  SuppliedLabel,
  saidLabels,
  WorkLink,
} from "./cards.tsx";

interface SeriesSectionsProps {
  readonly series: readonly SeriesRecord[];
  readonly episodes: readonly ListedRecord<EpisodeRecord>[];
  readonly reader: Reader;
  /** Whether series without any of the episodes are shown too, by name and description. */
  readonly showsEmpty: boolean;
  /** The maximum number of episodes under a series: its page has the others. */
  readonly maxEpisodes?: number | undefined;
}

/**
 * Episodes under the name of their own series, a section each, in the order of the series; then, under
 * “Episodes”, those of no series or of one that isn't in the list.
 */
export function SeriesSections(props: SeriesSectionsProps) {
  const { series, episodes, reader, showsEmpty, maxEpisodes } = props;
  const slugs = new Set(series.map(({ slug }) => slug));
  const others = episodes.filter((one) => one.series === undefined || !slugs.has(one.series));
  return (
    <>
      {series.map((record) => {
        const own = episodes.filter((one) => one.series === record.slug).slice(0, maxEpisodes);
        if (own.length === 0 && !showsEmpty) return null;
        const id = `series-${record.slug}`;
        const said = saidLabels(record, own, reader);
        return (
          <section class="column series-section" aria-labelledby={id}>
            <p class="kicker">{reader.strings.series}</p>
            <h2 id={id}>
              <WorkLink item={record} reader={reader} />
            </h2>
            <SuppliedLabel item={record} reader={reader} isForAll={said.isSupplied} />
            <Description item={record} reader={reader} />
            <Cards episodes={own} reader={reader} said={said} />
          </section>
        );
      })}
      {others.length > 0 && (
        <section class="column" aria-labelledby="episodes">
          <h2 id="episodes">{reader.strings.episodes}</h2>
          <Cards episodes={others} reader={reader} />
        </section>
      )}
    </>
  );
}

function Cards({
  episodes,
  reader,
  said,
}: Pick<SeriesSectionsProps, "episodes" | "reader"> & { readonly said?: SaidLabels | undefined }) {
  if (episodes.length === 0) return null;
  return (
    <div class="cards">
      {episodes.map((record) => (
        <EpisodeCard item={record} reader={reader} said={said} />
      ))}
    </div>
  );
}

import { EpisodeCard, saidLabels } from "../../components/cards.tsx";
import { shownTitle } from "../../components/supplied-title.ts";
import { FallbackLabel, Passage, Text } from "../../components/text.tsx";
import type { ListedRecord } from "../../records/listed.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord, SeriesRecord } from "../../records/schema/record.ts";
import { type Season, seasonsOf } from "../../records/seasons.ts";

interface SeasonsProps {
  readonly series: SeriesRecord;
  /** In the series' order. */
  readonly episodes: readonly ListedRecord<EpisodeRecord>[];
  readonly reader: Reader;
}

/** A series' episodes, under a heading for each season if it has seasons. */
export function Seasons({ series, episodes, reader }: SeasonsProps) {
  const said = saidLabels(series, episodes, reader);
  return (
    <>
      {seasonsOf(series, episodes).map((season) => (
        <section class="column" aria-labelledby={headingId(season)}>
          <h2 id={headingId(season)}>
            <SeasonName season={season} series={series} reader={reader} />
          </h2>
          <Passage
            text={reader.choose(season.description, series.inLanguage)}
            reader={reader}
            class="summary"
          />
          <div class="cards">
            {season.episodes.map((record) => (
              <EpisodeCard
                item={record}
                reader={reader}
                isInSeason={season.number !== undefined}
                said={said}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

const headingId = ({ number }: Season) => (number === undefined ? "episodes" : `season-${number}`);

/** “Season 2: Spring” */
function SeasonName({
  season,
  series,
  reader,
}: { season: Season } & Omit<SeasonsProps, "episodes">) {
  const { strings } = reader;
  if (season.number === undefined) return <>{strings.episodes}</>;
  const name = shownTitle(reader.choose(season.name, series.inLanguage));
  if (name === undefined) return <>{strings.seasonNumber(season.number)}</>;
  return (
    <>
      {strings.seasonNumber(season.number)}: <Text text={name} reader={reader} />{" "}
      <FallbackLabel text={name} reader={reader} />
    </>
  );
}

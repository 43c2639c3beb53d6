import { nameOfLanguage } from "../../languages/names.ts";
import type { SeriesRecord } from "../../library/record.ts";
import { libraryPath } from "../addresses.ts";
import type { ListParameters } from "../list-parameters.ts";
import type { Reader } from "../reader.ts";
import { WholeLibrary } from "./whole-library.tsx";

interface NothingOnShelfProps {
  readonly asked: ListParameters;
  readonly reader: Reader;
  /** The series that is asked for, if it is there. */
  readonly series: SeriesRecord | undefined;
}

/** No work is all that is asked for: each filter can be taken away, or all. */
export function NothingOnShelf({ asked, reader, series }: NothingOnShelfProps) {
  const { strings, language } = reader;
  const { kind, in: inLanguage, topic } = asked;
  const now = { ...asked, cursor: undefined };
  const seriesName = reader.choose(series?.name, series?.inLanguage ?? language)?.value;
  const filters = [
    ["kind", kind && (kind === "Episode" ? strings.films : strings.documents)],
    ["in", inLanguage && nameOfLanguage(inLanguage)],
    ["topic", topic],
    ["series", asked.series && (seriesName ?? asked.series)],
  ] as const;
  const given = filters.filter(([, name]) => name !== undefined);
  return (
    <div class="column nothing">
      <p class="lead">{strings.nothingOnShelf}</p>
      {given.length > 1 && (
        <ul>
          {given.map(([key, name]) => (
            <li>
              <a href={libraryPath(language, { ...now, [key]: undefined })}>
                {strings.withoutFilter(name ?? "")}
              </a>
            </li>
          ))}
        </ul>
      )}
      <WholeLibrary reader={reader} />
    </div>
  );
}

import type { ListParameters } from "../../api/contract.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { libraryPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { SeriesRecord } from "../../records/schema/record.ts";
import { LibraryLink } from "../layout/library-link.tsx";

interface NothingOnShelfProps {
  readonly asked: ListParameters;
  readonly reader: Reader;
  /** The series that is asked for, if it is there. */
  readonly series: SeriesRecord | undefined;
}

/** No work is all that is asked for: each filter can be taken away, or all. */
export function EmptyList({ asked, reader, series }: NothingOnShelfProps) {
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
    <div class="column no-results">
      <p class="lead">{strings.noMatchingWorks}</p>
      {given.length > 1 && (
        <ul>
          {given.map(([key, name]) => (
            <li>
              <a href={libraryPath(language, { ...now, [key]: undefined })}>
                {strings.removeFilter(name ?? "")}
              </a>
            </li>
          ))}
        </ul>
      )}
      <LibraryLink reader={reader} />
    </div>
  );
}

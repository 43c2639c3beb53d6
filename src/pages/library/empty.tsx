import type { ListParameters } from "../../api/contract.ts";
import { titleOf } from "../../components/cards.tsx";
import { languageLabel } from "../../components/language-label.ts";
import { topicIn } from "../../i18n/words/topics.ts";
import { libraryPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { SeriesRecord } from "../../records/schema/record.ts";
import { LibraryLink } from "../layout/library-link.tsx";

interface EmptyListProps {
  readonly parameters: ListParameters;
  readonly reader: Reader;
  /** The series that the list is filtered by, if it exists. */
  readonly series: SeriesRecord | undefined;
}

/** No work matches the filters: offers to remove each of them, or all. */
export function EmptyList({ parameters, reader, series }: EmptyListProps) {
  const { strings, language } = reader;
  const { kind, in: inLanguage, topic } = parameters;
  const currentFilters = { ...parameters, cursor: undefined };
  const seriesName = series && titleOf(series, reader)?.value;
  const filters = [
    ["kind", kind && (kind === "Episode" ? strings.films : strings.documents)],
    ["in", inLanguage && languageLabel(inLanguage, reader).name],
    ["topic", topic && topicIn(topic, language, language).value],
    ["series", parameters.series && (seriesName ?? parameters.series)],
  ] as const;
  const active = filters.filter(([, name]) => name !== undefined);
  return (
    <div class="column no-results">
      <p class="lead">{strings.noMatchingWorks}</p>
      {active.length > 1 && (
        <ul>
          {active.map(([key, name]) => (
            <li>
              <a href={libraryPath(language, { ...currentFilters, [key]: undefined })}>
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

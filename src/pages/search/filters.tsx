import type { PropsWithChildren } from "hono/jsx";
import { filtersOf, type SearchParameters } from "../../api/contract.ts";
import type { SearchResult } from "../../api/public/search-results.ts";
import { languageLabel } from "../../components/language-label.ts";
import { directionOf } from "../../i18n/direction.ts";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { searchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";

interface SearchFiltersProps {
  readonly parameters: SearchParameters;
  /** What was found: a filter by a work shows its name. */
  readonly results: readonly SearchResult[];
  readonly reader: Reader;
}

/** The filters of a search, as links: the address holds the filters. */
export function SearchFilters({ parameters, results, reader }: SearchFiltersProps) {
  const { strings, language } = reader;
  const { kind, in: inLanguage, series, work, speaker, year } = parameters;
  const currentFilters = { q: parameters.q, ...filtersOf(parameters) };
  const workName = results[0]?.name.text.value ?? work ?? "";
  const scopes = [
    { name: "series", text: series && strings.onlySeries },
    { name: "work", text: work && strings.onlyWork(workName) },
    { name: "speaker", text: speaker && strings.onlySpeaker(speaker) },
    { name: "year", text: year && strings.onlyYear(year) },
  ].filter(({ text }) => text !== undefined);
  const kinds = [
    [undefined, strings.allTypes],
    ["Episode", strings.films],
    ["Document", strings.documents],
    ["Series", strings.severalSeries],
  ] as const;
  // Also show a language that the interface doesn't have while it is the active filter.
  const languages = [...new Set([...interfaceLanguages, ...(inLanguage ? [inLanguage] : [])])];
  return (
    <nav class="filters" aria-label={strings.filterResults}>
      <ul>
        {kinds.map(([value, name]) => (
          <Choice
            href={searchPath(language, { ...currentFilters, kind: value })}
            isChosen={value === kind}
          >
            {name}
          </Choice>
        ))}
      </ul>
      <ul>
        {[undefined, ...languages].map((tag) => (
          <Choice
            href={searchPath(language, { ...currentFilters, in: tag })}
            lang={tag}
            dir={tag && directionOf(tag)}
            isChosen={tag === inLanguage}
          >
            {tag === undefined ? strings.allLanguages : languageLabel(tag, reader).name}
          </Choice>
        ))}
      </ul>
      {scopes.length > 0 && (
        <ul>
          {scopes.map(({ name, text }) => (
            <li>
              <span aria-current="true">{text}</span>{" "}
              <a href={searchPath(language, { ...currentFilters, [name]: undefined })}>
                {scopes.length > 1 ? strings.removeFilter(text ?? "") : strings.searchAll}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

interface ChoiceProps extends PropsWithChildren {
  readonly href: string;
  readonly isChosen: boolean;
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
}

/** A value of a filter. */
function Choice({ isChosen, children, ...attributes }: ChoiceProps) {
  return (
    <li>
      <a {...attributes} aria-current={isChosen ? "true" : undefined}>
        {children}
      </a>
    </li>
  );
}

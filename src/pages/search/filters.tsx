import type { SearchParameters } from "../../api/contract.ts";
import { languageLabel } from "../../components/language-label.ts";
import { directionOf } from "../../i18n/direction.ts";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { searchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";

interface SearchFiltersProps {
  readonly parameters: SearchParameters;
  readonly reader: Reader;
}

/** The filters of a search, as links: the address holds the filters. */
export function SearchFilters({ parameters, reader }: SearchFiltersProps) {
  const { strings, language } = reader;
  const { q, kind, in: inLanguage, series } = parameters;
  const currentFilters = { q, kind, in: inLanguage, series };
  const kinds = [
    [undefined, strings.allTypes],
    ["Episode", strings.films],
    ["Document", strings.documents],
    ["Series", strings.series],
  ] as const;
  // Also show a language that the interface doesn't have while it is the active filter.
  const languages = [...new Set([...interfaceLanguages, ...(inLanguage ? [inLanguage] : [])])];
  return (
    <nav class="filters" aria-label={strings.filterResults}>
      <ul>
        {kinds.map(([value, name]) => (
          <li>
            <a
              href={searchPath(language, { ...currentFilters, kind: value })}
              aria-current={value === kind ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <ul>
        <li>
          <a
            href={searchPath(language, { ...currentFilters, in: undefined })}
            aria-current={inLanguage === undefined ? "true" : undefined}
          >
            {strings.allLanguages}
          </a>
        </li>
        {languages.map((tag) => (
          <li>
            <a
              href={searchPath(language, { ...currentFilters, in: tag })}
              lang={tag}
              dir={directionOf(tag)}
              aria-current={tag === inLanguage ? "true" : undefined}
            >
              {languageLabel(tag, reader).name}
            </a>
          </li>
        ))}
      </ul>
      {series !== undefined && (
        <p>
          <a href={searchPath(language, { ...currentFilters, series: undefined })}>
            {strings.searchAll}
          </a>
        </p>
      )}
    </nav>
  );
}

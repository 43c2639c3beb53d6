import { searchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";

interface SearchFormProps {
  readonly reader: Reader;
  /** The last query, which readers may change. */
  readonly query?: string | undefined;
  /** The filters that a new search keeps: kind, language, series. */
  readonly filters?: Readonly<Record<string, string | undefined>>;
  /** What the field is for: to search the library. */
  readonly label?: string | undefined;
}

/** A form that opens the search results. It works without JavaScript. */
export function SearchForm({ reader, query, filters = {}, label }: SearchFormProps) {
  const { strings, language } = reader;
  const purpose = label ?? strings.searchLibrary;
  return (
    <search class="search" aria-label={label}>
      <form action={searchPath(language)}>
        <input
          type="search"
          name="q"
          value={query}
          aria-label={purpose}
          placeholder={purpose}
          maxlength={200}
          autocapitalize="none"
          enterkeyhint="search"
        />
        {Object.entries(filters).map(
          ([name, value]) =>
            value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        <button type="submit">{strings.search}</button>
      </form>
    </search>
  );
}

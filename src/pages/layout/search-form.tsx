import { searchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";

interface SearchFormProps {
  readonly reader: Reader;
  /** What was asked for, to be changed. */
  readonly query?: string | undefined;
  /** What narrows the search and is kept: kind, language, series. */
  readonly kept?: Readonly<Record<string, string | undefined>>;
}

/** A form that leads to what is found. It works without script. */
export function SearchForm({ reader, query, kept = {} }: SearchFormProps) {
  const { strings, language } = reader;
  return (
    <search class="search">
      <form action={searchPath(language)}>
        <input
          type="search"
          name="q"
          value={query}
          aria-label={strings.searchLibrary}
          placeholder={strings.searchLibrary}
          maxlength={200}
          autocapitalize="none"
          enterkeyhint="search"
        />
        {Object.entries(kept).map(
          ([name, value]) =>
            value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        <button type="submit">{strings.search}</button>
      </form>
    </search>
  );
}

import { nameOfLanguageIn } from "../../i18n/names.ts";
import type { ConsoleView } from "./layout.tsx";

interface LanguageFilterProps {
  readonly view: ConsoleView;
  readonly languages: readonly string[];
  readonly selected: string | undefined;
}

/** The field `language` of a list's filters: one of the languages, or any. */
export function LanguageFilter({ view, languages, selected }: LanguageFilterProps) {
  const { strings, reader } = view;
  return (
    <label>
      {strings.inLanguage}
      <select name="language">
        <option value="">{strings.anyLanguage}</option>
        {languages.map((language) => (
          <option value={language} selected={language === selected}>
            {nameOfLanguageIn(language, reader.language)}
          </option>
        ))}
      </select>
    </label>
  );
}

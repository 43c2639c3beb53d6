import { Text } from "../../components/text.tsx";
import { directionOf } from "../../i18n/direction.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { homePath, libraryPath, searchPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { SearchForm } from "./search-form.tsx";

interface HeaderProps {
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  readonly pathIn: (language: string) => string;
  /** The query that the language links keep: `?t=65`. */
  readonly queryIn?: ((language: string) => string) | undefined;
  /** False if the page has the search form in its main part. */
  readonly hasSearchForm?: boolean;
}

/** The header of every page: the library's name, navigation, search and languages. */
export function Header({ reader, settings, pathIn, queryIn, hasSearchForm = true }: HeaderProps) {
  const name = settings && reader.choose(settings.name, settings.inLanguage);
  const { strings, language } = reader;
  // A page in a language that is no longer offered still shows its own language.
  const offered = [...new Set([...offeredLanguages(settings), language])];
  return (
    <div class="site-header">
      <a class={brandClass(name?.value)} href={homePath(language)}>
        <Logo settings={settings} reader={reader} />
        {name === undefined ? "Videoteca" : <Text text={name} reader={reader} />}
      </a>
      <nav class="site-nav" aria-label={strings.library}>
        <a href={libraryPath(language)}>{strings.library}</a>
      </nav>
      {hasSearchForm && (
        <>
          <SearchForm reader={reader} />
          {/* A narrow or low window has no room for the form. */}
          <a class="search-link" href={searchPath(language)}>
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <circle cx="10.5" cy="10.5" r="6.5" />
              <path d="m15.5 15.5 5.5 5.5" />
            </svg>
            <span class="visually-hidden">{strings.search}</span>
          </a>
        </>
      )}
      {offered.length > 1 && (
        <button type="button" class="languages-button" popovertarget="languages">
          <span class="visually-hidden">{strings.language}: </span>
          {nameOfLanguage(language)}
        </button>
      )}
      {offered.length > 1 && (
        // A menu in a narrow or low window, a row in others. A popover opens without JavaScript.
        <nav class="languages" id="languages" popover="auto" aria-label={strings.language}>
          <ul>
            {offered.map((other) => (
              <li>
                <a
                  href={pathIn(other) + (queryIn?.(other) ?? "")}
                  hreflang={other}
                  lang={other}
                  dir={directionOf(other)}
                  aria-current={other === language ? "true" : undefined}
                >
                  {nameOfLanguage(other)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

/** The class of a library's name, by how much of a narrow header's row it takes. */
function brandClass(name = ""): string {
  if (name.length > 30) return "brand wider";
  return name.length > 12 ? "brand wide" : "brand";
}

function Logo({ reader, settings }: Pick<HeaderProps, "reader" | "settings">) {
  const logo = settings?.logo;
  const alt = reader.choose(logo?.alt, settings?.inLanguage ?? reader.language);
  if (logo === undefined) return null;
  return (
    <img
      class="logo"
      src={blobPath(logo.file)}
      alt={alt?.value ?? ""}
      // No `dir`: it would move the inline margin to the wrong side.
      lang={alt?.language}
      width={logo.width}
      height={logo.height}
    />
  );
}

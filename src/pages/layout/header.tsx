import { Text } from "../../components/text.tsx";
import { directionOf } from "../../i18n/direction.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { homePath, libraryPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { SearchForm } from "./search-form.tsx";

interface MastheadProps {
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  readonly pathIn: (language: string) => string;
  /** What the switcher keeps beside the path: `?t=65`. */
  readonly placeIn?: ((language: string) => string) | undefined;
  /** False where the page has the search form in its midst. */
  readonly search?: boolean;
}

/** The head of every page: whose library it is, the ways into it, its languages. */
export function Header({ reader, settings, pathIn, placeIn, search = true }: MastheadProps) {
  const name = settings && reader.choose(settings.name, settings.inLanguage);
  const { strings, language } = reader;
  // A page in a language that isn't offered any more still says which it is in.
  const offered = [...new Set([...offeredLanguages(settings), language])];
  return (
    <div class="site-header">
      <a class="brand" href={homePath(language)}>
        <Logo settings={settings} reader={reader} />
        {name === undefined ? "Videoteca" : <Text text={name} reader={reader} />}
      </a>
      <nav class="site-nav" aria-label={strings.library}>
        <a href={libraryPath(language)}>{strings.library}</a>
      </nav>
      {search && <SearchForm reader={reader} />}
      {offered.length > 1 && (
        <nav class="languages" aria-label={strings.language}>
          <ul>
            {offered.map((other) => (
              <li>
                <a
                  href={pathIn(other) + (placeIn?.(other) ?? "")}
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

function Logo({ reader, settings }: Pick<MastheadProps, "reader" | "settings">) {
  const logo = settings?.logo;
  const alt = reader.choose(logo?.alt, settings?.inLanguage ?? reader.language);
  if (logo === undefined) return null;
  return (
    <img
      class="logo"
      src={blobPath(logo.file)}
      alt={alt?.value ?? ""}
      // Without a direction, which would turn its margin to the wrong side.
      lang={alt?.language}
      width={logo.width}
      height={logo.height}
    />
  );
}

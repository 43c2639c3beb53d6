import { feedPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord, SeriesRecord } from "../../records/schema/record.ts";
import { feedType } from "../../syndication/feeds/feed.ts";

interface FeedLinksProps {
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  /** The series that the page is about. Programs take the first link, so its feed stands first. */
  readonly series?: SeriesRecord | undefined;
}

/** The links by which feed readers find a page's feeds (RSS Advisory Board, “RSS Autodiscovery”). */
export function FeedLinks({ reader, settings, series }: FeedLinksProps) {
  const { language } = reader;
  const library = settings && reader.choose(settings.name, settings.inLanguage);
  return (
    <>
      {series !== undefined && (
        <link
          rel="alternate"
          type={feedType}
          href={feedPath(language, series.slug)}
          title={reader.choose(series.name, series.inLanguage)?.value ?? series.slug}
        />
      )}
      <link
        rel="alternate"
        type={feedType}
        href={feedPath(language)}
        title={library?.value ?? "Videoteca"}
      />
    </>
  );
}

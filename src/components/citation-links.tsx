import { citePath } from "../records/addresses.ts";
import type { Reader } from "../records/reader.ts";
import type { LibraryRecord, WorkRecord } from "../records/schema/record.ts";
import { citationFormats } from "../syndication/citations.ts";
import { quotationSource } from "./quotation-source.ts";

interface CitationLinksProps {
  readonly item: WorkRecord;
  readonly settings: LibraryRecord | undefined;
  readonly reader: Reader;
  /** Scheme and host of the library. */
  readonly origin: string;
}

/** How to cite a work: a line to copy, and files for reference managers. */
export function CitationLinks({ item, settings, reader, origin }: CitationLinksProps) {
  const { citation, url } = quotationSource(item, settings, reader, origin);
  return (
    <section class="citation-links" aria-labelledby="cite">
      <h2 id="cite">{reader.strings.howToCite}</h2>
      <p class="citation">
        {citation} · <bdi>{url}</bdi>
      </p>
      <p>
        {[...citationFormats.values()].map(({ extension, name }, index) => (
          <>
            {index > 0 && " · "}
            <a href={citePath(item.slug, reader.language, extension)} lang="en">
              {name}
            </a>
          </>
        ))}
      </p>
    </section>
  );
}

import { citePath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { WorkRecord } from "../../records/schema/record.ts";
import { topicNamesFor } from "../../records/topics.ts";
import type { Citation } from "../../syndication/citation.ts";
import { citationFormats } from "../../syndication/citations.ts";
import type { Meta } from "../../syndication/metadata/page.ts";
import { type JsonLd, writeJsonLd } from "../../syndication/metadata/schema-org.ts";
import { scholarlyMetadata } from "../../syndication/metadata/scholarly.ts";

/** `<meta>` elements. */
export function MetaElements({ metas }: { metas: readonly Meta[] }) {
  return (
    <>
      {metas.map(({ attribute, key, content }) => (
        <meta {...{ [attribute]: key }} content={content} />
      ))}
    </>
  );
}

/** A description of the page by schema.org, for search engines. */
export function StructuredData({ thing }: { thing: { readonly [property: string]: JsonLd } }) {
  return (
    <script
      type="application/ld+json"
      // Safe: writeJsonLd escapes `<`. Browsers don't run data, so no Content-Security-Policy needs its hash.
      dangerouslySetInnerHTML={{ __html: writeJsonLd(thing) }}
    />
  );
}

interface WorkMetadataProps {
  readonly item: WorkRecord;
  readonly citation: Citation;
  readonly reader: Reader;
  /** The absolute address of a document's PDF. */
  readonly pdf?: string | undefined;
  readonly thing: { readonly [property: string]: JsonLd };
}

/** What reference managers and search engines read on a work's page. */
export function WorkMetadata({ item, citation, reader, pdf, thing }: WorkMetadataProps) {
  return (
    <>
      <MetaElements
        metas={scholarlyMetadata(citation, { keywords: topicNamesFor(item, reader), pdf })}
      />
      {[...citationFormats.values()].map(({ extension, contentType, name }) => (
        <link
          rel="alternate"
          type={contentType.split(";")[0]}
          href={citePath(item.slug, reader.language, extension)}
          title={name}
        />
      ))}
      <StructuredData thing={thing} />
    </>
  );
}

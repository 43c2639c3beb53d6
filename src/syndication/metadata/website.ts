import { homePath, searchPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { JsonLd } from "./schema-org.ts";

/**
 * The library as schema.org's WebSite, with the address of its search (SearchAction, in whose address
 * `{search_term_string}` stands for the words).
 */
export function websiteJsonLd(
  settings: LibraryRecord,
  reader: Reader,
  origin: string,
): { readonly [property: string]: JsonLd } {
  const { language } = reader;
  const publisher = reader.choose(settings.publisher.name, settings.inLanguage)?.value;
  return {
    "@type": "WebSite",
    name: reader.choose(settings.name, settings.inLanguage)?.value,
    description: reader.choose(settings.description, settings.inLanguage)?.value,
    url: origin + homePath(language),
    inLanguage: language,
    publisher: publisher === undefined ? undefined : { "@type": "Organization", name: publisher },
    potentialAction: {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${origin}${searchPath(language)}?q={search_term_string}`,
      },
      "query-input": "required name=search_term_string",
    },
  };
}

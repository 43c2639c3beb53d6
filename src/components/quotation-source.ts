import { formatDate } from "../i18n/format.ts";
import { joinFacts } from "../i18n/left-to-right.ts";
import { pagePath } from "../records/addresses.ts";
import type { Reader } from "../records/reader.ts";
import type { LibraryRecord, WorkRecord } from "../records/schema/record.ts";

/** The source of a quotation: title, publisher and date in one line, and the absolute address of the work's page. */
export function quotationSource(
  item: WorkRecord,
  settings: LibraryRecord | undefined,
  reader: Reader,
  origin: string,
): { citation: string; url: string } {
  const parts = [
    reader.choose(item.name, item.inLanguage)?.value,
    settings && reader.choose(settings.publisher.name, settings.inLanguage)?.value,
    item.datePublished && formatDate(item.datePublished, reader.language),
  ];
  return {
    citation: joinFacts(parts, reader.direction),
    url: origin + pagePath(reader.language, item),
  };
}

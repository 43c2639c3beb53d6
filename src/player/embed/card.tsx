import { Description, SuppliedLabel, Title } from "../../components/cards.tsx";
import { pagePath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { DocumentRecord, SeriesRecord } from "../../records/schema/record.ts";

interface CardProps {
  readonly item: DocumentRecord | SeriesRecord;
  readonly reader: Reader;
  readonly origin: string;
}

/** A document or a series on another site's page: what it is, its title as a link to its page, its description. */
export function EmbedCard({ item, reader, origin }: CardProps) {
  const { strings } = reader;
  return (
    <main class="message">
      <p>{item.kind === "Series" ? strings.series : strings.document}</p>
      <h1>
        <a href={origin + pagePath(reader.language, item)} target="_blank" rel="noreferrer">
          <Title item={item} reader={reader} />
        </a>
      </h1>
      <SuppliedLabel item={item} reader={reader} />
      <Description item={item} reader={reader} />
    </main>
  );
}

import { formatDuration } from "../i18n/format.ts";
import type { Reader } from "../records/reader.ts";
import type { WorkRecord } from "../records/schema/record.ts";
import type { RelatedWork } from "../records/views.ts";
import { WorkLink } from "./cards.tsx";

/** Related works: title, kind and length. */
export function RelatedWorks({ items, reader }: { items: readonly RelatedWork[]; reader: Reader }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{reader.strings.related}</h2>
      <ul class="link-list">
        {items.map((item) => (
          <li>
            <WorkLink item={item} reader={reader} /> <small>{formatKind(item, reader)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** “Film, 38 seconds” */
function formatKind({ kind, duration }: RelatedWork, { strings, language }: Reader): string {
  if (kind === "Series") return strings.series;
  if (kind === "Document") return strings.document;
  return duration === null
    ? strings.film
    : strings.film + strings.listSeparator + formatDuration(duration, language);
}

/** A work's credits and license. */
export function WorkFacts({ item, reader }: { item: WorkRecord; reader: Reader }) {
  const { credits = [], license, copyrightHolder } = item;
  if (credits.length === 0 && license === undefined) return null;
  const { strings } = reader;
  return (
    <section class="work-facts" aria-label={strings.credits}>
      <dl>
        {credits.map((credit) => (
          <>
            <dt lang="en">{credit.role}</dt>
            <dd>{credit.name}</dd>
          </>
        ))}
        {license !== undefined && (
          <>
            <dt>{strings.license}</dt>
            <dd>
              {license}
              {copyrightHolder !== undefined && `, © ${copyrightHolder}`}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

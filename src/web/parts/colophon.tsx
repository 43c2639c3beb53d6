import type { WorkRecord } from "../../library/record.ts";
import type { Reader } from "../reader.ts";
import { WorkLink } from "./cards.tsx";

/** The works that go with one, by title. */
export function RelatedWorks({ items, reader }: { items: readonly WorkRecord[]; reader: Reader }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{reader.strings.related}</h2>
      <ul class="files">
        {items.map((item) => (
          <li>
            <WorkLink item={item} reader={reader} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who made a work, and what readers may do with it. */
export function Colophon({ item, reader }: { item: WorkRecord; reader: Reader }) {
  const { credits = [], license, copyrightHolder } = item;
  if (credits.length === 0 && license === undefined) return null;
  const { strings } = reader;
  return (
    <section class="colophon" aria-label={strings.credits}>
      <dl>
        {credits.map((credit) => (
          <>
            <dt lang="en">{credit.role}</dt>
            <dd>{credit.name}</dd>
          </>
        ))}
        {license !== undefined && (
          <>
            <dt>{strings.licence}</dt>
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

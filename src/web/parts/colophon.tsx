import type { WorkRecord } from "../../library/record.ts";
import type { Reader } from "../reader.ts";

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

import { formatDuration } from "../i18n/format.ts";
import { nameOfLanguageIn } from "../i18n/names.ts";
import { roleIn } from "../i18n/words/roles.ts";
import { readingMinutes } from "../records/listed.ts";
import type { Reader } from "../records/reader.ts";
import { licenseUrl } from "../records/schema/license.ts";
import type { WorkRecord } from "../records/schema/record.ts";
import type { RelatedWork } from "../records/views.ts";
import { titleOf, WorkLink } from "./cards.tsx";
import { Text } from "./text.tsx";

/** Related works: title, kind and length. */
export function RelatedWorks({ items, reader }: { items: readonly RelatedWork[]; reader: Reader }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{reader.strings.related}</h2>
      <ul class="link-list">
        {items.map((item) => (
          <li>
            <WorkLink item={item} reader={reader} /> <small>{formatFacts(item, reader)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** “Film, 38 seconds”, “Document, 4 minutes to read” */
function formatFacts(item: RelatedWork, reader: Reader): string {
  const { strings, language } = reader;
  const kinds = { Series: strings.series, Document: strings.document, Episode: strings.film };
  const minutes = readingMinutes(item.wordCounts, item.inLanguage, reader);
  const facts = [
    item.kind === "Library" ? undefined : kinds[item.kind],
    item.duration === null ? undefined : formatDuration(item.duration, language),
    minutes === undefined ? undefined : strings.readingTime(minutes),
    titleOf(item, reader)?.isSupplied === true ? strings.suppliedTitle : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(strings.listSeparator);
}

/** A work's credits, translators and license. */
export function WorkFacts({ item, reader }: { item: WorkRecord; reader: Reader }) {
  const { credits = [], license, copyrightHolder } = item;
  const translators = translatorsOf(item);
  const hasRights = license !== undefined || copyrightHolder !== undefined;
  if (credits.length === 0 && translators.length === 0 && !hasRights) return null;
  const { strings, language } = reader;
  const url = licenseUrl(license);
  return (
    <section class="work-facts" aria-label={strings.credits}>
      <dl>
        {credits.map((credit) => (
          <>
            <dt>
              <Word word={roleIn(credit.role, language, item.inLanguage)} reader={reader} />
            </dt>
            <dd>
              <bdi>{credit.name}</bdi>
            </dd>
          </>
        ))}
        {translators.map(({ inLanguage, translator }) => (
          <>
            <dt>{strings.translator}</dt>
            <dd>
              <bdi>{translator}</bdi> ({nameOfLanguageIn(inLanguage, language)})
            </dd>
          </>
        ))}
        {hasRights && (
          <>
            <dt>{strings.license}</dt>
            <dd>
              {url === undefined ? (
                <bdi>{license}</bdi>
              ) : (
                <a rel="license" href={url}>
                  <bdi>{license}</bdi>
                </a>
              )}
              {license !== undefined && copyrightHolder !== undefined && strings.listSeparator}
              {copyrightHolder !== undefined && <bdi>© {copyrightHolder}</bdi>}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** Who translated it, by language; each person and language once. */
function translatorsOf(item: WorkRecord): { inLanguage: string; translator: string }[] {
  const found = new Map<string, { inLanguage: string; translator: string }>();
  for (const { inLanguage, translator } of item.kind === "Episode" ? item.captions : item.texts) {
    if (translator !== undefined) {
      found.set(`${inLanguage} ${translator}`, { inLanguage, translator });
    }
  }
  return [...found.values()];
}

/** A word that may be in another language than the page. */
function Word({ word, reader }: { word: ReturnType<typeof roleIn>; reader: Reader }) {
  return <Text text={{ ...word, fellBack: word.language !== reader.language }} reader={reader} />;
}

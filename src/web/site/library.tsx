import type { InterfaceLanguage } from "../../languages/interface.ts";
import { openDatabase } from "../../storage/database.ts";
import { listWorks } from "../../storage/lists.ts";
import { libraryPath } from "../addresses.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { originOf, type RequestContext } from "../environment.ts";
import { Description, DocumentEntry, EpisodeCard, WorkLink } from "../parts/cards.tsx";
import { Layout } from "../parts/layout.tsx";
import { readerOf } from "../reader.ts";
import { respondWithPage } from "../respond.ts";

/** How many works a page of the library shows. */
const pageSize = 48;
/** How many series its first page shows. */
const seriesShown = 24;

/** `/{lang}/library`: everything that is published, by the page. */
export async function libraryPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const asked = context.req.query("cursor");
  const view = await listWorks(openDatabase(context.env.DB), {
    after: readCursor(asked),
    limit: pageSize,
    seriesLimit: asked === undefined ? seriesShown : 0,
    now: new Date().toISOString(),
  });
  const face = view.library?.record;
  const reader = readerOf(language, face);
  const { strings } = reader;
  const items = view.items.map((item) => item.record);
  const episodes = items.filter((item) => item.kind === "Episode");
  const documents = items.filter((item) => item.kind === "Document");
  const here = (other: string) =>
    libraryPath(other) + (asked === undefined ? "" : `?cursor=${encodeURIComponent(asked)}`);
  const next = view.next && writeCursor(view.next);
  const digests = [view.library, ...view.series, ...view.items].map((item) => item?.digest);
  return respondWithPage(context, language, [next, ...digests], () => (
    <Layout
      reader={reader}
      face={face}
      origin={originOf(context)}
      pathIn={here}
      title={strings.library}
    >
      <header class="column opening">
        <h1>{strings.library}</h1>
      </header>
      {items.length === 0 && <p class="column">{strings.nothingHere}</p>}
      {view.series.map(({ record }) => (
        <section class="column" aria-labelledby={`series-${record.slug}`}>
          <p class="kicker">{strings.series}</p>
          <h2 id={`series-${record.slug}`}>
            <WorkLink item={record} reader={reader} />
          </h2>
          <Description item={record} reader={reader} />
        </section>
      ))}
      {episodes.length > 0 && (
        <section class="column" aria-labelledby="episodes">
          <h2 id="episodes">{strings.episodes}</h2>
          <div class="cards">
            {episodes.map((record) => (
              <EpisodeCard item={record} reader={reader} />
            ))}
          </div>
        </section>
      )}
      {documents.length > 0 && (
        <section class="column" aria-labelledby="documents">
          <h2 id="documents">{strings.documents}</h2>
          {documents.map((record) => (
            <DocumentEntry item={record} reader={reader} />
          ))}
        </section>
      )}
      {next !== undefined && (
        <p class="column">
          <a
            class="button"
            rel="next"
            href={`${libraryPath(language)}?cursor=${encodeURIComponent(next)}`}
          >
            {strings.more}
          </a>
        </p>
      )}
    </Layout>
  ));
}

import { cursorParameter, formatCursor, parseCursor } from "../api/contract/parameters.ts";
import { chooseText, defaultNeighbours } from "../i18n/fallback.ts";
import { nearestInterfaceLanguage } from "../i18n/interface-languages.ts";
import { pagePath, textPath, transcriptPath } from "../records/addresses.ts";
import type { ListedRecord } from "../records/listed.ts";
import type { LibraryRecord } from "../records/schema/record.ts";
import { spokenTracks } from "../records/tracks.ts";
import { openDatabase } from "../storage/database.ts";
import { listWorks } from "../storage/lists/lists.ts";
import { type LlmsWork, writeLlms } from "../syndication/llms.ts";
import { originOf, type RequestContext, requestTime } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";

/** How many works one answer lists. The next ones are at the address that it ends with. */
const worksPerPage = 100;

/** `GET /llms.txt`: every work with its texts as Markdown, the newest first, a page at a time (`?cursor=`). */
export async function getLlms(context: RequestContext): Promise<Response> {
  const cursor = cursorParameter.optional().safeParse(context.req.query("cursor"));
  if (!cursor.success) return context.notFound();
  const page = await listWorks(openDatabase(context.env.DB), {
    after: parseCursor(cursor.data),
    limit: worksPerPage,
    now: requestTime(),
  });
  const origin = originOf(context);
  const settings = page.library?.record;
  const next = page.next && formatCursor(page.next);
  const digests = [page.library, ...page.items].map((item) => item?.digest);
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return respondWithEtag(context, [context.req.url, next, ...digests], headers, () => {
    const language = settings?.inLanguage ?? "en";
    return writeLlms({
      name: chooseText(settings?.name, language, language)?.value ?? "Videoteca",
      description: chooseText(settings?.description, language, language)?.value,
      works: page.items.map(({ record }) => describe(record, origin, settings)),
      links: [
        { title: "API", url: `${origin}/api/v1/openapi.json` },
        { title: "Sitemap", url: `${origin}/sitemap.xml` },
      ],
      next: next && `${origin}/llms.txt?cursor=${encodeURIComponent(next)}`,
    });
  });
}

/** A work in its own language. */
function describe(
  record: ListedRecord,
  origin: string,
  settings: LibraryRecord | undefined,
): LlmsWork {
  const { inLanguage, slug } = record;
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  const page = nearestInterfaceLanguage(inLanguage, neighbours);
  const languages =
    record.kind === "Episode"
      ? spokenTracks(record).map((track) => track.inLanguage)
      : record.texts.flatMap((text) => (text.file.extension === "md" ? [text.inLanguage] : []));
  const pathIn = record.kind === "Episode" ? transcriptPath : textPath;
  const titleIn = (language: string) =>
    chooseText(record.name, language, inLanguage, neighbours)?.value ?? slug;
  return {
    title: titleIn(inLanguage),
    description: chooseText(record.description, inLanguage, inLanguage, neighbours)?.value,
    url: origin + pagePath(page, record),
    texts: languages.map((language) => ({
      title: titleIn(language),
      language,
      url: origin + pathIn(slug, language, "md"),
    })),
  };
}

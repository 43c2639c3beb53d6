import { embedAccentStyle } from "../../delivery/accent.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { redirectToCurrentSlug } from "../../delivery/http/redirects.ts";
import { languageOfRequest } from "../../delivery/http/request-language.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { loadWork } from "../../delivery/load-work.ts";
import { readTimedText } from "../../delivery/timed-text.ts";
import { embedPath } from "../../records/addresses.ts";
import { readerOf } from "../../records/reader.ts";
import { EmbedCard } from "./card.tsx";
import { EmbeddedFilm, filmStyles } from "./film.tsx";
import { EmbedFrame, respondWithNotice } from "./frame.tsx";

/**
 * `/embed/{slug}`: the film for other sites' pages; for a document or a series, a card. One answer with its styles
 * and script inline; before playing, the browser requests nothing else but the poster.
 */
export async function getEmbed(context: RequestContext): Promise<Response> {
  const language = languageOfRequest(context);
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadWork(context, ["Episode", "Document", "Series"], {
    slug,
    language,
    parts: ["text", "next"],
  });
  const { view } = loaded;
  const reader = readerOf(language, view.library?.record);
  if (loaded.outcome === "withdrawn") return respondWithNotice(context, reader, loaded.record);
  if (loaded.outcome === "renamed") {
    return redirectToCurrentSlug(context, loaded.record.slug);
  }
  if (loaded.outcome !== "found") return respondWithNotice(context, reader);
  const { record } = loaded;
  const accent = await embedAccentStyle(view.library?.record);
  if (accent !== undefined) context.set("styleHash", accent.hash);
  // Without `?lang=` the answer depends on Accept-Language, which caches must know (RFC 9110, 12.5.5).
  if (context.req.query("lang") !== language) context.header("Vary", "Accept-Language");
  const accentStyles = accent === undefined ? [] : [accent.style];
  const title = reader.choose(record.name, record.inLanguage)?.value;
  if (record.kind !== "Episode") {
    const digests = [view.library, view.work].map((item) => item?.digest);
    return respondWithPage(context, language, [language, ...digests], () => (
      <EmbedFrame reader={reader} title={title} styles={accentStyles}>
        <EmbedCard item={record} reader={reader} origin={originOf(context)} />
      </EmbedFrame>
    ));
  }
  const digests = [view.library, view.work, view.next].map((item) => item?.digest);
  return respondWithPage(context, language, [language, ...digests], () => {
    const spoken = readTimedText(record, view.text, reader.neighbours);
    return (
      <EmbedFrame
        reader={reader}
        title={title}
        hasTranscript={spoken !== undefined}
        styles={[...filmStyles(record), ...accentStyles]}
      >
        <main>
          <EmbeddedFilm
            context={context}
            episode={record}
            view={view}
            spoken={spoken}
            reader={reader}
            path={embedPath(slug, { lang: language })}
            nextPath={(other) => embedPath(other, { lang: language })}
          />
        </main>
      </EmbedFrame>
    );
  });
}

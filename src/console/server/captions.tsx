import { captionsEditorScriptPath } from "../../../build/browser.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { isLanguageTag } from "../../i18n/tag.ts";
import { trackKind } from "../../records/schema/fields.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { Blob, EpisodeRecord, Track } from "../../records/schema/record.ts";
import { statusOf, visibilityOf } from "../../records/visibility.ts";
import { nameOfPart } from "./drafts/draft.tsx";
import { draftPath } from "./drafts/load.ts";
import { ConsoleLayout } from "./layout.tsx";
import { respondWithConsole } from "./respond.ts";
import { type LoadedWork, loadWork } from "./works/load.ts";
import { titleOf } from "./works/parts.tsx";
import { workPage } from "./works/refusal.tsx";

/**
 * `GET /staff/works/{slug}/captions/{language}?kind=&beside=&t=`: the captions editor, which is a script
 * (src/console/client/captions). Without scripts it says how to do the same in another way.
 */
export const showCaptionsEditor = workPage(async (context: RequestContext) => {
  const work = await loadWork(context);
  const { view, record } = work;
  const language = context.req.param("language") ?? "";
  const isFilm = record.kind === "Episode" && statusOf(record) !== "withdrawn";
  if (!isFilm || !isLanguageTag(language)) return context.notFound();
  const { strings, reader } = view;
  const kind = trackKind.safeParse(context.req.query("kind")).data ?? kindIn(record, language);
  const name = nameOfLanguageIn(language, reader.language);
  const title = strings.captionsOf(titleOf(record, view), name, strings.trackKinds[kind]);
  const data = pageData(work, record, { kind, language });
  return respondWithConsole(
    context,
    reader.language,
    <ConsoleLayout view={view} title={title} script={{ path: captionsEditorScriptPath, data }}>
      <div class="column">
        <p>
          <a href={`/staff/works/${record.slug}`}>{strings.backToWork}</a>
        </p>
        <h1>{title}</h1>
      </div>
      <div id="captions-editor">
        <noscript>
          <p class="warning">{strings.editorNeedsScript}</p>
          <p>
            <a href={draftPath({ slug: record.slug, part: kind, language })}>
              {strings.editAsText(nameOfPart({ part: kind, language }, view))}
            </a>
          </p>
        </noscript>
      </div>
    </ConsoleLayout>,
  );
});

/** `GET /staff/works/{slug}/captions?language=`: leads to the editor of a language, which may be a new one. */
export function openCaptionsEditor(context: RequestContext): Response {
  const work = `/staff/works/${encodeURIComponent(context.req.param("slug") ?? "")}`;
  const language = context.req.query("language")?.trim() ?? "";
  const path = isLanguageTag(language) ? `${work}/captions/${language}` : work;
  return context.redirect(path, 303);
}

/** The kind of track that a language has: of the original captions, of a translation subtitles, if it has none yet. */
function kindIn({ captions, inLanguage }: EpisodeRecord, language: string) {
  const kinds = captions
    .filter((track) => track.inLanguage === language)
    .map((track) => track.kind);
  if (kinds.includes("captions")) return "captions";
  return kinds.includes("subtitles") || language !== inLanguage ? "subtitles" : "captions";
}

/** What the script needs (src/console/client/captions/page.ts). */
function pageData(
  { view, history, now }: LoadedWork,
  record: EpisodeRecord,
  track: Pick<Track, "kind"> & { readonly language: string },
) {
  const { slug, captions, video, audioOnly, poster, inLanguage, duration } = record;
  // A public file is kept by the browser; a draft's is for staff alone.
  const folder = visibilityOf(record, now) === "hidden" ? "/staff/api/blobs" : "/media";
  const addressOf = ({ sha256, extension }: Blob) => `${folder}/${sha256}.${extension}`;
  const media = video.length > 0 || audioOnly === undefined ? video : [audioOnly];
  const languages = [...new Set([inLanguage, ...captions.map((track) => track.inLanguage)])];
  return {
    ...track,
    slug,
    title: titleOf(record, view),
    original: inLanguage,
    duration,
    revision: { number: history.current, digest: history.digest },
    media: media.map((file) => ({ url: addressOf(file), type: mediaTypes[file.extension] })),
    poster: poster === undefined ? null : addressOf(poster.file),
    tracks: captions.map(({ inLanguage: language, kind, file }) => ({
      language,
      kind,
      sha256: file.sha256,
    })),
    names: Object.fromEntries(
      [...languages, track.language].map((tag) => [
        tag,
        nameOfLanguageIn(tag, view.reader.language),
      ]),
    ),
  };
}

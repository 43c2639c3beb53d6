import type { ZipEntry } from "../files/zip.ts";
import { chooseText, defaultNeighbours, type Neighbours } from "../i18n/fallback.ts";
import { interfaceLanguageFor } from "../i18n/interface-languages.ts";
import { stringsIn } from "../i18n/strings.ts";
import { isLanguageTag } from "../i18n/tag.ts";
import { packPath } from "../records/addresses.ts";
import type { EpisodeRecord } from "../records/schema/record.ts";
import type { WorkView } from "../records/views.ts";
import { readBlob } from "../storage/blobs.ts";
import { citationFormats } from "../syndication/citations.ts";
import { modifiedAt } from "../transcripts/formats/docx-package.ts";
import {
  attachmentPaths,
  type PackContents,
  type PackFile,
  packFiles,
} from "../transcripts/pack.ts";
import { buildWorkCitation } from "./citations.ts";
import { cachedRender } from "./http/cached-render.ts";
import {
  failedPrecondition,
  makeEtag,
  pageCaching,
  preconditionAnswer,
} from "./http/conditional.ts";
import { attachmentDisposition } from "./http/disposition.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { loadWorkOrProblem } from "./load-work.ts";
import { buildTranscriptSource } from "./transcript-source.ts";
import { zipStream } from "./zip-stream.ts";

/** The language in the address. Without one the original is read: `und` is BCP 47's tag for no language. */
export function languageForClass(context: RequestContext): string {
  const requested = context.req.query("lang") ?? "";
  return isLanguageTag(requested) ? requested : "und";
}

/** Reads a film with its text in a language, and its original text beside it. */
export const loadFilmForClass = (context: RequestContext, slug: string, language: string) =>
  loadWorkOrProblem(context, ["Episode"], {
    slug,
    language,
    parts: ["text", "series"],
    secondary: "original",
  });

/** `GET /transcripts/{slug}/pack.zip?lang=`: a film's transcripts and attachments for a class, in one file. */
export async function getPack(context: RequestContext): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadFilmForClass(context, slug, languageForClass(context));
  if (loaded instanceof Response) return loaded;
  const { view, record: episode } = loaded;
  const contents = collectContents(episode, view, originOf(context));
  if (contents === undefined) return context.notFound();

  const { source, labels } = contents;
  const origin = originOf(context);
  const address = origin + packPath(episode.slug, source.language);
  const etag = await makeEtag([
    view.work?.digest,
    view.library?.digest,
    view.series?.digest,
    address,
  ]);
  const headers = {
    ETag: etag,
    "Cache-Control": pageCaching,
    "Content-Language": source.language,
    "Content-Type": "application/zip",
    "Content-Disposition": attachmentDisposition(
      `${source.name} – ${labels.pack} (${source.language})`,
      "zip",
    ),
    Link: `<${address}>; rel="canonical"`,
  };
  const failed = failedPrecondition(context, etag);
  if (failed !== undefined) return preconditionAnswer(context, failed, headers);
  const entries = [
    ...generatedEntries(packFiles(contents), etag),
    ...attachmentEntries(context, episode, attachmentPaths(contents)),
  ];
  return context.body(zipStream(entries, modifiedAt(source)), 200, headers);
}

/** The pack in the language of the text that was read, side by side with the original if that is another. */
export function collectContents(
  episode: EpisodeRecord,
  view: WorkView<"text" | "series">,
  origin: string,
): PackContents | undefined {
  const options = { times: true, speakers: true };
  const source = buildTranscriptSource(episode, { ...view, secondary: undefined }, origin, options);
  if (source === undefined) return undefined;
  const { language } = source;
  const isPair = view.secondary !== undefined && view.secondary.language !== language;
  const pair = isPair ? buildTranscriptSource(episode, view, origin) : undefined;
  const neighbours: Neighbours = view.library?.record.neighbours ?? defaultNeighbours;
  const strings = stringsIn(interfaceLanguageFor(language));
  return {
    slug: episode.slug,
    source,
    pair: pair?.secondary === undefined ? undefined : pair,
    attachments: episode.attachments.map(({ file, inLanguage, name }) => ({
      name: chooseText(name, language, inLanguage, neighbours)?.value ?? "",
      extension: file.extension,
      language: inLanguage,
    })),
    copyrightHolder: episode.copyrightHolder,
    citations: [...citationFormats.values()].map(({ name, extension, render }) => ({
      name,
      extension,
      write: () => render(buildWorkCitation(episode, view, language, origin)),
    })),
    labels: {
      pack: strings.classPack,
      sideBySide: strings.sideBySide,
      attachments: strings.relatedFiles,
      howToCite: strings.howToCite,
      license: strings.license,
      formats: strings.formatNames,
    },
  };
}

/**
 * The files that are made from records. A long film takes a second of CPU time, so they are kept like pages.
 * @param etag of the archive
 */
export function generatedEntries(
  files: readonly Pick<PackFile, "path" | "write">[],
  etag: string,
): ZipEntry[] {
  return files.map(({ path, write }) => ({
    path,
    stored: path.endsWith(".docx"),
    async *chunks() {
      yield await cachedRender<never>(`${etag} ${path}`, write);
    },
  }));
}

/**
 * The film's attachments, each streamed from R2 when it is its turn.
 * @param paths in the archive, in the record's order
 */
export function attachmentEntries(
  context: RequestContext,
  episode: EpisodeRecord,
  paths: readonly string[],
): ZipEntry[] {
  return paths.map((path, index) => ({
    path,
    stored: true,
    async *chunks() {
      const sha256 = episode.attachments[index]?.file.sha256 ?? "";
      const blob = await readBlob(context.env.BLOBS, sha256);
      // A download that visibly fails is better than a pack that lacks a file.
      if (blob?.body === undefined) throw new Error(`blob ${sha256} is not stored`);
      yield* blob.body as ReadableStream<Uint8Array>;
    },
  }));
}

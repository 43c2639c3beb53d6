import { renameVoices } from "../captions/spoken/rename.ts";
import { formatSrt } from "../captions/srt/srt.ts";
import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import { withoutControls } from "../i18n/line.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { transcriptPath } from "../records/addresses.ts";
import type { EpisodeRecord, Track } from "../records/schema/record.ts";
import { spokenTracks } from "../records/tracks.ts";
import type { WorkText, WorkView } from "../records/views.ts";
import { readBlobText } from "../storage/blobs.ts";
import { defaultTranscriptOptions, type TranscriptOptions } from "../transcripts/formats/format.ts";
import { transcriptFormats } from "../transcripts/formats/formats.ts";
import {
  defaultEvery,
  maxChosenWords,
  maxEvery,
  minEvery,
} from "../transcripts/formats/lessons/gaps.ts";
import { lessonFormats } from "../transcripts/formats/lessons/lessons.ts";
import type { GapOptions } from "../transcripts/formats/lessons/options.ts";
import { cachedRender } from "./http/cached-render.ts";
import { attachmentDisposition, inlineDisposition } from "./http/disposition.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";
import { loadWorkOrProblem } from "./load-work.ts";
import { buildTranscriptSource, lastCorrections, transcriptFileName } from "./transcript-source.ts";

/** `GET /captions/{slug}/{lang}.vtt` and `.srt`: a caption track. */
export async function getCaptions(context: RequestContext): Promise<Response> {
  const loaded = await loadTrack(context);
  if (loaded instanceof Response) return loaded;
  const { view, track, extension } = loaded;
  if (view.secondary !== undefined) return context.notFound();
  if (extension !== "vtt" && extension !== "srt") return context.notFound();
  const headers = { "Content-Language": track.inLanguage, "Content-Type": captionTypes[extension] };
  const names = JSON.stringify(track.speakers);
  return respondWithEtag(context, [track.file.sha256, extension, names], headers, (etag) =>
    cachedRender(etag, async () => {
      const stored = await readBlobText(context.env.BLOBS, track.file.sha256);
      const webVtt = stored && withoutControls(renameVoices(stored, track.speakers));
      if (webVtt === undefined || extension === "vtt") return webVtt;
      return formatSrt(parseWebVtt(webVtt).cues);
    }),
  );
}

/** `GET /transcripts/{slug}/{lang}.{ext}`: a transcript in one of the formats; `{lang}` may be a pair, `es+en`. */
export async function getTranscript(context: RequestContext): Promise<Response> {
  const loaded = await loadTrack(context);
  if (loaded instanceof Response) return loaded;
  const { view, episode, extension } = loaded;
  const format = transcriptFormats.get(extension) ?? lessonFormats.get(extension);
  const options = parseOptions(context);
  const origin = originOf(context);
  const source = buildTranscriptSource(episode, view, origin, options);
  if (format === undefined || source === undefined) return context.notFound();

  const languages = [source, source.secondary].flatMap((text) => text?.language ?? []);
  const address = origin + transcriptPath(episode.slug, languages.join("+"), extension);
  const name = transcriptFileName(source);
  const headers = {
    "Content-Language": languages.join(", "),
    "Content-Type": format.contentType,
    "Content-Disposition": (format.saved ? attachmentDisposition : inlineDisposition)(
      name,
      extension,
    ),
    Link: `<${address}>; rel="canonical"`,
  };
  const shown = JSON.stringify([options, lastCorrections(view)]);
  const parts = [view.work?.digest, view.library?.digest, address, shown];
  return respondWithEtag(context, parts, headers, (etag) =>
    cachedRender(etag, () => format.render({ ...source, address })),
  );
}

/** Reads `?times=1&speakers=0` and the gaps of an exercise; values that aren't allowed are ignored. */
function parseOptions(context: RequestContext): TranscriptOptions {
  const option = (name: "times" | "speakers") =>
    ({ "1": true, "0": false })[context.req.query(name) ?? ""] ?? defaultTranscriptOptions[name];
  return { times: option("times"), speakers: option("speakers"), gaps: parseGaps(context) };
}

/** Reads `?every=7` and `?words=court,judge`: without either, every seventh word is left out. */
function parseGaps(context: RequestContext): GapOptions {
  const asked = context.req.query("every") ?? "";
  const every = /^\d{1,3}$/.test(asked) ? Number(asked) : undefined;
  const isAllowed = every !== undefined && every >= minEvery && every <= maxEvery;
  const words = (context.req.query("words") ?? "")
    .split(/[,;،؛、，；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .slice(0, maxChosenWords);
  if (isAllowed) return { every, words };
  return words.length > 0 ? { words } : { every: defaultEvery, words };
}

const captionTypes = {
  vtt: "text/vtt; charset=utf-8",
  // Not registered with IANA, but the type that players and editors expect.
  srt: "application/x-subrip; charset=utf-8",
};

interface LoadedTrack {
  readonly view: WorkView<"text">;
  readonly episode: EpisodeRecord;
  readonly track: Track;
  readonly extension: string;
}

/** Reads the work and finds the tracks that `{lang}.{ext}` names, or answers with an error. */
async function loadTrack(context: RequestContext): Promise<LoadedTrack | Response> {
  const file = parseFileName(context.req.param("file") ?? "");
  if (file === undefined) return context.notFound();
  const { language, secondary, extension } = file;
  const second = secondary === undefined ? undefined : { language: secondary };
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadWorkOrProblem(context, ["Episode"], {
    slug,
    language,
    parts: ["text"],
    secondary: second,
  });
  if (loaded instanceof Response) return loaded;
  const { view, record: episode } = loaded;
  const track = findRequestedTrack(episode, language, view.text);
  const other =
    secondary === undefined ? undefined : findRequestedTrack(episode, secondary, view.secondary);
  const isPair = other !== undefined && other !== track;
  if (track === undefined) return context.notFound();
  if (secondary !== undefined && !isPair) return context.notFound();
  return { view, episode, track, extension };
}

/** Whether a text has only the characters of a language tag (RFC 5646 §2.1). */
export function isTagLike(text: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(text);
}

/** Parses `en.vtt` or `es+en.html`. The `+` may arrive as a space, as forms encode it. */
function parseFileName(file: string) {
  const [, language, secondary, extension] =
    /^([A-Za-z0-9-]+)(?:[+ ]([A-Za-z0-9-]+))?\.((?:[a-z]+\.)?[a-z]+)$/.exec(file) ?? [];
  if (language === undefined || extension === undefined) return undefined;
  return { language, secondary, extension };
}

/** The track in a language or, if a base language was requested, in the variety whose text was read. */
export function findRequestedTrack(
  episode: EpisodeRecord,
  language: string,
  text: WorkText | undefined,
) {
  const found = text?.language;
  const inLanguage = found !== undefined && baseLanguage(found) === language ? found : language;
  return spokenTracks(episode).find((track) => track.inLanguage === inLanguage);
}

import { writeSrt } from "../captions/srt.ts";
import { parseWebVtt } from "../captions/webvtt.ts";
import { directionOf } from "../languages/direction.ts";
import { chooseText, usualNeighbours } from "../languages/fallback.ts";
import { isInterfaceLanguage } from "../languages/interface.ts";
import { stringsIn } from "../languages/strings.ts";
import { baseLanguage } from "../languages/tag.ts";
import { visibilityOf } from "../library/published.ts";
import type { EpisodeRecord, Track } from "../library/record.ts";
import { spokenTracks } from "../library/tracks.ts";
import { readBlobText } from "../storage/blobs.ts";
import { openDatabase } from "../storage/database.ts";
import { readWork, type WorkView } from "../storage/work-view.ts";
import { transcriptFormats } from "../transcripts/formats.ts";
import { watchPath } from "./addresses.ts";
import { originOf, type RequestContext } from "./environment.ts";
import { withdrawnProblem } from "./problem.ts";
import { respondUnlessKnown } from "./respond.ts";
import { spokenOf } from "./spoken.ts";

/** `/captions/{slug}/{lang}.vtt` and `.srt`: a track as people link to it. */
export async function getCaptions(context: RequestContext): Promise<Response> {
  const loaded = await loadTrack(context);
  if (loaded instanceof Response) return loaded;
  const { track, extension } = loaded;
  if (extension !== "vtt" && extension !== "srt") return context.notFound();
  const headers = { ...languageHeader(track), "Content-Type": captionTypes[extension] };
  return respondUnlessKnown(context, [track.file.sha256, extension], headers, async () => {
    const webVtt = await readBlobText(context.env.BLOBS, track.file.sha256);
    if (webVtt === undefined || extension === "vtt") return webVtt;
    return writeSrt(parseWebVtt(webVtt).cues);
  });
}

/** `/transcripts/{slug}/{lang}.{ext}`: what is said, in one of the transcript formats. */
export async function getTranscript(context: RequestContext): Promise<Response> {
  const loaded = await loadTrack(context);
  if (loaded instanceof Response) return loaded;
  const { view, episode, track, extension } = loaded;
  const format = transcriptFormats.get(extension);
  const face = view.library?.record;
  const neighbours = face?.neighbours ?? usualNeighbours;
  const spoken = spokenOf(episode, view.text, neighbours);
  if (format === undefined || spoken === undefined) return context.notFound();

  const { language } = spoken;
  const base = baseLanguage(language);
  const page = isInterfaceLanguage(base) ? base : "en";
  const strings = stringsIn(page);
  const textOf = (texts: EpisodeRecord["name"] | undefined, original: string) =>
    chooseText(texts, language, original, neighbours)?.value ?? "";
  const parts = [view.work?.digest, view.library?.digest, language, extension];
  const headers = { ...languageHeader(track), "Content-Type": format.contentType };
  return respondUnlessKnown(context, parts, headers, () =>
    format.render({
      ...spoken,
      direction: directionOf(language),
      name: textOf(episode.name, episode.inLanguage),
      publisher: textOf(face?.publisher.name, face?.inLanguage ?? "en"),
      watchUrl: originOf(context) + watchPath(page, episode.slug),
      labels: {
        transcript: strings.transcript,
        source: strings.source,
        machineMade: strings.machineMade,
      },
    }),
  );
}

const captionTypes = {
  vtt: "text/vtt; charset=utf-8",
  // Registered nowhere; what players and editors expect.
  srt: "application/x-subrip; charset=utf-8",
};

const languageHeader = (track: Track) => ({ "Content-Language": track.inLanguage });

/** Reads the work and finds the track that `{lang}.{ext}` names, or answers in its place. */
async function loadTrack(context: RequestContext) {
  const slug = context.req.param("slug") ?? "";
  const [, language, extension] =
    /^([A-Za-z0-9-]+)\.([a-z]+)$/.exec(context.req.param("file") ?? "") ?? [];
  if (language === undefined || extension === undefined) return context.notFound();
  const now = new Date().toISOString();
  const view: WorkView = await readWork(openDatabase(context.env.DB), slug, language, now);
  const episode = view.work?.record;
  if (episode?.kind !== "Episode") return context.notFound();
  const visibility = visibilityOf(episode, now);
  if (visibility === "withdrawn") return withdrawnProblem(context, episode, language);
  // The language itself or, asked by its base, the variety whose text was read: never another language.
  const read = view.text?.language;
  const wanted = read !== undefined && baseLanguage(read) === language ? read : language;
  const track = spokenTracks(episode).find((candidate) => candidate.inLanguage === wanted);
  if (visibility === "hidden" || track === undefined) return context.notFound();
  return { view, episode, track, extension };
}

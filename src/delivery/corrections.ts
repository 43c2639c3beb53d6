import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import { formatDate } from "../i18n/format.ts";
import { interfaceLanguageFor } from "../i18n/interface-languages.ts";
import { stringsIn } from "../i18n/strings.ts";
import { correctionsPath } from "../records/addresses.ts";
import { readBlobText } from "../storage/blobs.ts";
import { type CorrectionView, correctionsPage } from "../transcripts/corrections.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";
import { loadWorkOrProblem } from "./load-work.ts";
import { buildTranscriptSource } from "./transcript-source.ts";
import { findRequestedTrack, isTagLike } from "./transcripts.ts";

/** `GET /transcripts/{slug}/{lang}/corrections`: how a film's captions were changed after publication. */
export async function getCorrections(context: RequestContext): Promise<Response> {
  const language = context.req.param("language") ?? "";
  const slug = context.req.param("slug") ?? "";
  if (!isTagLike(language)) return context.notFound();
  const loaded = await loadWorkOrProblem(context, ["Episode"], { slug, language, parts: ["text"] });
  if (loaded instanceof Response) return loaded;
  const { view, record: episode } = loaded;
  const origin = originOf(context);
  const source = buildTranscriptSource(episode, view, origin);
  if (source === undefined || findRequestedTrack(episode, language, view.text) === undefined) {
    return context.notFound();
  }
  const corrections = view.text?.corrections ?? [];
  const page = interfaceLanguageFor(source.language);
  const strings = stringsIn(page);
  const address = origin + correctionsPath(episode.slug, source.language);
  const headers = {
    "Content-Language": source.language,
    "Content-Type": "text/html; charset=utf-8",
    Link: `<${address}>; rel="canonical"`,
  };
  const parts = [view.work?.digest, view.library?.digest, address, JSON.stringify(corrections)];
  return respondWithEtag(context, parts, headers, async () => {
    const read = corrections.map(
      async ({ at, before, after }): Promise<CorrectionView> => ({
        title: strings.correctedOn(formatDate(at, page)),
        before: await readCues(context.env.BLOBS, before),
        after: await readCues(context.env.BLOBS, after),
      }),
    );
    return correctionsPage({ ...source, address }, await Promise.all(read), {
      corrections: strings.corrections,
      textBefore: strings.textBefore,
      textNow: strings.textNow,
      onlyTimes: strings.onlyTimingCorrected,
      notShown: strings.earlierTextHidden,
      none: strings.noCorrections,
      nothing: strings.noText,
    });
  });
}

/** Reads the cues of older captions; undefined if they must not be shown or were removed. */
async function readCues(bucket: R2Bucket, sha256: string | null) {
  const text = sha256 === null ? undefined : await readBlobText(bucket, sha256);
  return text === undefined ? undefined : parseWebVtt(text).cues;
}

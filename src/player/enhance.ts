import { momentOf, startAt } from "./moment-link.ts";
import { citeOnCopy } from "./quotation.ts";
import { followMomentLinks, followTranscript } from "./transcript.ts";

/** What the watch page and the embed share. The page works without any of it. */
export function enhance(): void {
  const video = document.querySelector<HTMLVideoElement>("[data-player] video");
  if (video === null) return;
  const moment = momentOf(location);
  if (moment !== undefined) startAt(video, moment);
  addEventListener("hashchange", () => {
    const wanted = momentOf(location);
    if (wanted !== undefined) startAt(video, wanted);
  });
  const transcript = document.querySelector<HTMLElement>("[data-transcript]");
  if (transcript !== null) {
    followTranscript(video, transcript);
    citeOnCopy(transcript);
  }
  followMomentLinks(video);
}

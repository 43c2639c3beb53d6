import { findSegmentAt, type SegmentPlace } from "./clicked-segment.ts";

/**
 * Loads the script that enhances a transcript: at once on a watch page; in an embed, where the transcript
 * is in `<details>`, on the first interaction with the transcript or when the film plays. Before that the
 * embed requests nothing but the poster.
 */
const video = document.querySelector<HTMLVideoElement>("[data-player] video");
const transcript = document.querySelector<HTMLElement>("[data-transcript]");
let isLoading = false;
let isEnhanced = false;
/** The sentence that was clicked last before the script was loaded: the script then plays it. */
let clicked: SegmentPlace | undefined;
/** The script adds tools above the text: it waits until a press has become a click. */
let released: Promise<unknown> | undefined;

function load(): void {
  if (video === null || transcript === null || isLoading) return;
  isLoading = true;
  import(`/player/${document.documentElement.lang}.js`)
    .then(async ({ enhanceTranscript }: typeof import("../lazy.ts")) => {
      await released;
      isEnhanced = true;
      enhanceTranscript(video, transcript, clicked);
    })
    .catch(() => {
      isLoading = false;
    });
}

transcript?.addEventListener("pointerdown", () => {
  released = new Promise((resolve) => {
    // A press that became a scroll has no click.
    for (const end of ["click", "pointercancel"]) addEventListener(end, resolve, { once: true });
    addEventListener("pointerup", () => setTimeout(resolve, 300), { once: true });
  });
});
transcript?.addEventListener("click", (event) => {
  if (!isEnhanced) clicked = findSegmentAt(event);
  load();
});
const details = transcript?.closest("details");
for (const event of ["focusin", "pointerover", "pointerdown"]) {
  details?.addEventListener(event, load);
}
video?.addEventListener("playing", load);
if (!details) load();

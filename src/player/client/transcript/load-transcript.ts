/**
 * Comes with a transcript, and only with one. What makes it follow the film comes from our own origin: at
 * once on a page of ours, and in an embed when somebody turns to the transcript, or plays. Before that
 * nothing is asked for but the poster, and the words alone fill what a first answer may weigh.
 */
const video = document.querySelector<HTMLVideoElement>("[data-player] video");
const transcript = document.querySelector<HTMLElement>("[data-transcript]");
let isAsked = false;
/** Where somebody pressed before a sentence could hear it: it is pressed again then. */
let pressed: MouseEvent | undefined;

function load(): void {
  if (video === null || transcript === null || isAsked) return;
  isAsked = true;
  import(`/player/${document.documentElement.lang}.js`)
    .then(({ enhanceTranscript }: typeof import("../lazy.ts")) =>
      enhanceTranscript(video, transcript, pressed),
    )
    .catch(() => {
      isAsked = false;
    });
}

transcript?.addEventListener("click", (event) => {
  pressed = event;
  load();
});
const details = transcript?.closest("details");
for (const event of ["focusin", "pointerover", "pointerdown"]) {
  details?.addEventListener(event, load);
}
video?.addEventListener("playing", load);
if (!details) load();

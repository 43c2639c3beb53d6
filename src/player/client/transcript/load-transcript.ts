/**
 * Loads the script that enhances a transcript: at once on a watch page; in an embed, where the transcript
 * is in `<details>`, on the first interaction with the transcript or when the film plays. Before that the
 * embed requests nothing but the poster.
 */
const video = document.querySelector<HTMLVideoElement>("[data-player] video");
const transcript = document.querySelector<HTMLElement>("[data-transcript]");
let isLoading = false;
/** The latest click before the script was loaded: the script then handles it. */
let click: MouseEvent | undefined;

function load(): void {
  if (video === null || transcript === null || isLoading) return;
  isLoading = true;
  import(`/player/${document.documentElement.lang}.js`)
    .then(({ enhanceTranscript }: typeof import("../lazy.ts")) =>
      enhanceTranscript(video, transcript, click),
    )
    .catch(() => {
      isLoading = false;
    });
}

transcript?.addEventListener("click", (event) => {
  click = event;
  load();
});
const details = transcript?.closest("details");
for (const event of ["focusin", "pointerover", "pointerdown"]) {
  details?.addEventListener(event, load);
}
video?.addEventListener("playing", load);
if (!details) load();

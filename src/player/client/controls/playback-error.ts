import { onButtonClick, type PlayerElements } from "./controls.ts";
import { playVersion } from "./playback.ts";

/** Says it in plain words where the film can't be had or read, and leads to its sound and its transcript. */
export function setUpPlaybackError({ player, video, controls }: PlayerElements): void {
  const help = controls.querySelector<HTMLElement>(".failed");
  const show = (failed: boolean) => help?.toggleAttribute("hidden", !failed);
  // Errors of a source don't bubble; the last source is the last hope.
  player.addEventListener(
    "error",
    ({ target }) => {
      const sources = video.querySelectorAll("source");
      if (target === video || target === sources[sources.length - 1]) show(true);
    },
    true,
  );
  video.addEventListener("playing", () => show(false));
  onButtonClick(controls, "retry", () => playVersion(video, "", true));
  onButtonClick(controls, "listen", () => playVersion(video, help?.dataset.sound ?? "", true));
  onButtonClick(controls, "read", () => {
    const transcript = document.querySelector<HTMLElement>("[data-transcript]");
    transcript?.closest("details")?.setAttribute("open", "");
    transcript?.scrollIntoView();
    transcript?.querySelector("a")?.focus();
  });
}

import type { PlayerElements } from "../player-elements.ts";
import { playVersion } from "../versions/play-version.ts";
import { onButtonClick } from "./controls.ts";

/** Shows an error with ways out (retry, audio, transcript) if the film can't be loaded or decoded. */
export function setUpPlaybackError({ player, video, controls }: PlayerElements): void {
  const message = controls.querySelector<HTMLElement>(".playback-error");
  const setVisible = (visible: boolean) => message?.toggleAttribute("hidden", !visible);
  // Errors of a `<source>` don't bubble, so capture them; only the last source's error is final.
  player.addEventListener(
    "error",
    ({ target }) => {
      if (target === video || target === video.querySelector("source:last-of-type"))
        setVisible(true);
    },
    true,
  );
  video.addEventListener("playing", () => setVisible(false));
  onButtonClick(controls, "retry", () => playVersion(video, "", true));
  onButtonClick(controls, "listen", () => playVersion(video, message?.dataset.audio ?? "", true));
  onButtonClick(controls, "read", () => {
    const transcript = document.querySelector<HTMLElement>("[data-transcript]");
    transcript?.closest("details")?.setAttribute("open", "");
    transcript?.scrollIntoView();
    transcript?.querySelector("a")?.focus();
  });
}

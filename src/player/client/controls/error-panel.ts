import type { PlayerElements } from "../player-elements.ts";

/** Closes the open panel, which would cover it, when an error is shown. A focus in the panel goes to its button. */
export function closePanelOnError({ video, controls }: PlayerElements): void {
  video.addEventListener(
    "error",
    () => {
      const opener = controls.querySelector<HTMLElement>("[aria-expanded=true]");
      if (controls.querySelector(".playback-error[hidden]") || opener === null) return;
      if (document.activeElement?.closest(".panel")) opener.focus();
      opener.click();
    },
    true,
  );
}

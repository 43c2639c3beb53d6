import type { CaptionControl } from "./captions.ts";

/** Where the system shows the video without the page, and so without the captions that we draw. */
const systemEvents: Readonly<Record<string, boolean>> = {
  // On iPhones only the video itself can be in full screen.
  webkitbeginfullscreen: true,
  webkitendfullscreen: false,
  enterpictureinpicture: true,
  leavepictureinpicture: false,
};

/**
 * Hands the captions over to the system while it shows the video alone, and back. Otherwise keeps the tracks
 * as selected: WebKit switches them off, or shows them, by its own preferences while the film plays.
 */
export function handOverToSystem(video: HTMLVideoElement, captions: CaptionControl): void {
  const setMode = (isShownBySystem: boolean) => {
    captions.mode = isShownBySystem ? "showing" : "hidden";
    captions.applyModes();
    captions.draw();
  };
  for (const [type, isShownBySystem] of Object.entries(systemEvents)) {
    video.addEventListener(type, () => setMode(isShownBySystem));
  }
  document.addEventListener("fullscreenchange", () =>
    setMode(document.fullscreenElement === video),
  );
  video.textTracks.addEventListener("change", () => {
    const showing = captions.tracks
      .filter(({ track }) => track.mode === "showing")
      .map(({ srclang }) => srclang);
    const isChoice =
      captions.mode === "showing" && showing.sort().join() !== [...captions.shown()].sort().join();
    // The viewer chose other captions in the system's menu: our panel shows the same.
    if (isChoice) captions.show(showing[0] ?? "", showing[1] ?? "");
    else captions.applyModes();
  });
}

/**
 * Deselects a language whose captions can't be loaded, so that the button says what is shown; when it is
 * selected again, they are requested again.
 */
export function deselectFailedCaptions(video: HTMLVideoElement, captions: CaptionControl): void {
  for (const element of captions.tracks) {
    element.addEventListener("error", () => {
      const { srclang } = element;
      const address = element.getAttribute("src");
      // A track without an address fails too: it waits for the film to play (defer-captions.ts).
      if (address === null || !captions.shown().includes(srclang)) return;
      const [language = "", second = ""] = captions.shown().filter((one) => one !== srclang);
      captions.show(language, second);
    });
  }
  video.textTracks.addEventListener("change", () => {
    for (const element of captions.tracks) {
      const isRetry =
        element.readyState === HTMLTrackElement.ERROR && element.track.mode !== "disabled";
      // A browser loads an address only once for a track. A fragment makes it another one.
      if (isRetry && element.hasAttribute("src")) element.src += "#";
    }
  });
}

import type { Moment } from "../../../records/moment.ts";
import { findField, type PlayerElements } from "./controls.ts";

/** Lets the viewer repeat the part that the address asks for: `t=65,80`. @param asked the part now */
export function enableRepeat(
  { video, controls }: PlayerElements,
  asked: () => Moment | undefined,
): void {
  const box = findField<HTMLInputElement>(controls, "repeat");
  const show = () => box?.parentElement?.toggleAttribute("hidden", asked()?.end === undefined);
  show();
  addEventListener("hashchange", show);
  video.addEventListener("timeupdate", () => {
    const { start, end } = asked() ?? {};
    if (!box?.checked || start === undefined || end === undefined || video.currentTime < end)
      return;
    video.currentTime = start;
    // The browser itself pauses at the end of a range that the address asks for.
    if (video.paused) play(video);
  });
}

/** Plays; a browser that refuses to play unasked leaves the film paused: that is enough. */
export function play(video: HTMLVideoElement): void {
  video.play().catch(() => undefined);
}

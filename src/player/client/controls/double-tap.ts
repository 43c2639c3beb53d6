import { formatMoment } from "../../../records/moment.ts";
import type { Player } from "../player.ts";
import { announce } from "./controls.ts";

/** How far two taps go, in seconds. */
const step = 10;
/** Two taps belong together if they come within this time, in milliseconds. */
const maxPause = 350;

/**
 * Two taps on the left or right third of the film go back or forward, and each further tap goes on; the taps
 * change neither the bar nor whether the film plays.
 */
export function enableDoubleTap({ frame, video, controls }: Player): void {
  let last = { time: -maxPause, side: 0 };
  video.addEventListener("pointerup", ({ pointerType, clientX, timeStamp }) => {
    if (pointerType !== "touch") return;
    const { left, width } = video.getBoundingClientRect();
    const side = Math.floor((3 * (clientX - left)) / width) - 1;
    const isNext = side !== 0 && side === last.side && timeStamp - last.time < maxPause;
    last = { time: timeStamp, side };
    if (!isNext) return;
    video.currentTime += side * step;
    announce(controls, formatMoment(video.currentTime));
    // This tap's click would show or hide the bar: it stays as the first tap made it.
    const stopClick = (event: Event) => event.stopImmediatePropagation();
    frame.addEventListener("click", stopClick, { capture: true, once: true });
    setTimeout(() => frame.removeEventListener("click", stopClick, true), maxPause);
  });
}

import { findField } from "./controls/controls.ts";
import { callInTime } from "./film-clock.ts";
import { parseMomentAddress } from "./moment-link.ts";
import type { PlayerElements } from "./player-elements.ts";

/** In seconds. A film that runs further past the end of its part is put back to it. */
const maxOverrun = 0.05;

/**
 * Pauses within 50 ms at the end of the part in the address, `t=65,80`: once, so that a viewer who presses play
 * again continues. Not while the part is repeated (controls/repeat.ts), nor after that.
 */
export function pauseAtPartEnd({ video, controls }: PlayerElements): void {
  const repeat = findField<HTMLInputElement>(controls, "repeat");
  let end = Number.POSITIVE_INFINITY;
  const readEnd = () => {
    const part = parseMomentAddress(location);
    const isAhead = part?.end !== undefined && video.currentTime < part.end;
    end = isAhead ? (part.end ?? end) : Number.POSITIVE_INFINITY;
  };
  readEnd();
  addEventListener("hashchange", readEnd);
  callInTime(video, () => {
    if (repeat?.checked) end = Number.POSITIVE_INFINITY;
    const overrun = video.currentTime - end;
    if (overrun < 0) return end;
    const stop = end;
    end = Number.POSITIVE_INFINITY;
    // Whoever seeks past the end leaves the part.
    if (video.seeking) return end;
    video.pause();
    // The timer comes late on a busy machine, and in a tab in the background.
    if (overrun > maxOverrun) video.currentTime = stop;
    return end;
  })();
}

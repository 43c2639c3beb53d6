import { lengthOf } from "../duration.ts";
import type { Player } from "../player.ts";

/** Tells the host page that the film can't be played, now and later, as `host-api.ts` tells the other events. */
export function reportErrors({ video, controls }: Player): void {
  const message = controls.querySelector<HTMLElement>(".playback-error");
  if (parent === window || message === null) return;
  const report = () => {
    if (message.hidden) return;
    const { currentTime } = video;
    const duration = lengthOf(video, controls);
    parent.postMessage({ type: "videoteca:event", event: "error", currentTime, duration }, "*");
  };
  new MutationObserver(report).observe(message, { attributeFilter: ["hidden"] });
  report();
}

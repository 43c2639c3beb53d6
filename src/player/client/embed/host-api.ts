import { lengthOf } from "../duration.ts";
import type { EnhancedPlayer } from "../enhance.ts";
import { play } from "../play.ts";

/**
 * Receives commands from the host page and sends it events (docs/embed.md). Any host page may do this:
 * it could cover or remove the frame as well.
 */
export function connectToHost({ video, controls, captions, load }: EnhancedPlayer): void {
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || typeof data?.type !== "string") return;
    const { type, time, language, second, volume, rate } = data;
    if (type === "videoteca:play") {
      play(video);
      // It tells the host if the film can't be played.
      load();
    }
    if (type === "videoteca:pause") video.pause();
    if (type === "videoteca:seek" && isWithin(time, 0, Number.MAX_VALUE)) video.currentTime = time;
    if (type === "videoteca:volume" && isWithin(volume, 0, 1)) video.volume = volume;
    // Browsers refuse other speeds (Chromium: below 1/16, above 16), some by an exception.
    if (type === "videoteca:rate" && isWithin(rate, 0.25, 4)) video.playbackRate = rate;
    if (type === "videoteca:captions") captions?.show(language, second ?? "");
  });

  let lastSent = "";
  const send = (event: string) => {
    const { currentTime } = video;
    // Browsers fire timeupdate several times a second: send it at most once for each second of the film.
    const eventAndSecond = `${event} ${Math.floor(currentTime)}`;
    if (event === "timeupdate" && eventAndSecond === lastSent) return;
    lastSent = eventAndSecond;
    parent.postMessage(
      {
        type: "videoteca:event",
        event,
        currentTime,
        duration: lengthOf(video, controls),
        captions: captions?.shown() ?? [],
      },
      "*",
    );
  };
  for (const event of ["play", "pause", "timeupdate", "ended"]) {
    video.addEventListener(event, () => send(event));
  }
  let lastShown = String(captions?.shown());
  video.textTracks.addEventListener("change", () => {
    // Tracks change for other reasons too, such as picture in picture.
    const shown = String(captions?.shown());
    if (shown !== lastShown) send("captions");
    lastShown = shown;
  });
  send("ready");
}

/** Whether a value of a message is a number in a range; `NaN` is in none. */
function isWithin(value: unknown, min: number, max: number): value is number {
  return typeof value === "number" && value >= min && value <= max;
}

import { play } from "../controls/repeat.ts";
import type { Player } from "../player.ts";

/**
 * What the host page may ask for, and what it is told (docs/embed.md). Anybody who frames us may: they
 * could cover the frame or take it away just as well.
 */
export function connectToHost({ video, captions }: Player): void {
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || typeof data?.type !== "string") return;
    const { type, time, language, second } = data;
    if (type === "videoteca:play") play(video);
    if (type === "videoteca:pause") video.pause();
    if (type === "videoteca:seek" && time >= 0) video.currentTime = Number(time);
    if (type === "videoteca:captions") captions?.show(String(language ?? ""), String(second ?? ""));
  });

  let told = "";
  const tell = (event: string) => {
    const { currentTime, duration } = video;
    // At most once a second, though browsers notice more often.
    const now = `${event} ${Math.floor(currentTime)}`;
    if (event === "timeupdate" && now === told) return;
    told = now;
    const languages = captions?.shown() ?? [];
    parent.postMessage(
      { type: "videoteca:event", event, currentTime, duration, captions: languages },
      "*",
    );
  };
  for (const event of ["play", "pause", "timeupdate", "ended"]) {
    video.addEventListener(event, () => tell(event));
  }
  video.textTracks.addEventListener("change", () => tell("captions"));
  tell("ready");
}

import { formatMoment } from "../../../records/moment.ts";
import type { PlayerScriptStrings } from "../../strings/en.ts";
import { check } from "../element.ts";
import { momentOf } from "../moment-link.ts";
import type { Player } from "../player.ts";
import { canKeep, keep, recall } from "../storage.ts";
import { say } from "./bar.ts";

/**
 * Keeps the place in the film on this device, once the viewer asks for it: before that nothing is
 * stored. Where nothing can be kept, it isn't offered.
 */
export function offerResume(
  { video, bar }: Player,
  words: PlayerScriptStrings,
  place: Element,
): void {
  if (!canKeep()) return;
  const key = `place ${new URL(bar.dataset.page ?? "", location.href).pathname.split("/").pop()}`;
  let isOn = recall("resume") === "on";
  const write = () => {
    if (!isOn) return;
    const isAtAnEnd = video.ended || video.currentTime < least;
    keep(key, isAtAnEnd ? undefined : String(Math.floor(video.currentTime)));
  };
  place.append(
    check(words.remember, "resume", isOn, (on) => {
      isOn = on;
      keep("resume", on ? "on" : undefined);
      if (on) write();
      else keep(key, undefined);
    }),
  );
  const left = Number(recall(key));
  // Who asks for a moment gets that one.
  if (isOn && left >= least && video.currentTime < least && momentOf(location) === undefined) {
    video.currentTime = left;
    say(bar, words.resumed, formatMoment(left));
  }
  for (const event of ["pause", "ended"]) video.addEventListener(event, write);
  addEventListener("pagehide", write);
}

/** Who has seen fewer seconds than these starts anew. */
const least = 5;

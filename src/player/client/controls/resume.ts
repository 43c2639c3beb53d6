import { formatMoment } from "../../../records/moment.ts";
import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createCheckbox } from "../create-element.ts";
import { parseMomentAddress } from "../moment-link.ts";
import type { Player } from "../player.ts";
import { canSave, loadValue, saveValue } from "../storage.ts";
import { announce } from "./controls.ts";

/**
 * Keeps the place in the film on this device, once the viewer asks for it: before that nothing is
 * stored. Where nothing can be kept, it isn't offered.
 */
export function addResumeOption(
  { video, controls }: Player,
  words: PlayerScriptStrings,
  place: Element,
): void {
  if (!canSave()) return;
  const key = `place ${new URL(controls.dataset.page ?? "", location.href).pathname.split("/").pop()}`;
  let isOn = loadValue("resume") === "on";
  const write = () => {
    if (!isOn) return;
    const isAtAnEnd = video.ended || video.currentTime < least;
    saveValue(key, isAtAnEnd ? undefined : String(Math.floor(video.currentTime)));
  };
  place.append(
    createCheckbox(words.remember, "resume", isOn, (on) => {
      isOn = on;
      saveValue("resume", on ? "on" : undefined);
      if (on) write();
      else saveValue(key, undefined);
    }),
  );
  const left = Number(loadValue(key));
  // Who asks for a moment gets that one.
  if (
    isOn &&
    left >= least &&
    video.currentTime < least &&
    parseMomentAddress(location) === undefined
  ) {
    video.currentTime = left;
    announce(controls, words.resumed, formatMoment(left));
  }
  for (const event of ["pause", "ended"]) video.addEventListener(event, write);
  addEventListener("pagehide", write);
}

/** Who has seen fewer seconds than these starts anew. */
const least = 5;

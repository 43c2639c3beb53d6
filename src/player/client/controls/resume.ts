import { formatMoment } from "../../../records/moment.ts";
import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createCheckbox } from "../create-element.ts";
import { parseMomentAddress } from "../moment-link.ts";
import type { Player } from "../player.ts";
import { canSave, loadValue, saveValue } from "../storage.ts";
import { announce } from "./controls.ts";

/** In seconds. Positions before this aren't saved or resumed: the film starts from the beginning. */
const minPosition = 5;

/**
 * Adds an option to remember the position in films on this device. Until the viewer turns it on, nothing
 * is stored. It isn't shown if nothing can be saved.
 * @param panel where the option is added
 */
export function addResumeOption(
  { video, controls }: Player,
  strings: PlayerScriptStrings,
  panel: Element,
): void {
  if (!canSave()) return;
  const slug = new URL(controls.dataset.page ?? "", location.href).pathname.split("/").pop();
  const key = `place ${slug}`;
  let isEnabled = loadValue("resume") === "on";
  const savePosition = () => {
    if (!isEnabled) return;
    const isAtStartOrEnd = video.ended || video.currentTime < minPosition;
    saveValue(key, isAtStartOrEnd ? undefined : String(Math.floor(video.currentTime)));
  };
  panel.append(
    createCheckbox(strings.rememberPosition, "resume", isEnabled, (checked) => {
      isEnabled = checked;
      saveValue("resume", checked ? "on" : undefined);
      if (checked) savePosition();
      else saveValue(key, undefined);
    }),
  );
  const saved = Number(loadValue(key));
  const isAtStart = video.currentTime < minPosition;
  // A moment in the address wins over the saved position.
  if (
    isEnabled &&
    saved >= minPosition &&
    isAtStart &&
    parseMomentAddress(location) === undefined
  ) {
    video.currentTime = saved;
    announce(controls, strings.resumed, formatMoment(saved));
  }
  for (const event of ["pause", "ended"]) video.addEventListener(event, savePosition);
  addEventListener("pagehide", savePosition);
}

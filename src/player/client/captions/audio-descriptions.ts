import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createElement, createSelect } from "../create-element.ts";
import type { Player } from "../player.ts";

/**
 * Descriptions of what is seen, from a text track: read aloud by the device's own voice, or shown above
 * the picture, where a screen reader reads them too.
 */
export function addAudioDescriptions(
  { video, controls }: Player,
  words: PlayerScriptStrings,
  place: Element,
): void {
  const { described, describedIn } = controls.dataset;
  if (described === undefined || describedIn === undefined) return;
  let how = "";
  const shown = createElement("p", { className: "described", lang: describedIn, dir: "auto" });
  shown.setAttribute("role", "status");
  const source = createElement("track", {
    kind: "descriptions",
    srclang: describedIn,
    src: described,
  });

  const say = () => {
    const cues = [...(source.track.activeCues ?? [])] as VTTCue[];
    const text = how === "" ? "" : cues.map((cue) => cue.getCueAsHTML().textContent).join(" ");
    shown.textContent = how === "text" ? text : "";
    if (how !== "voice" || text === "") return;
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = describedIn;
    speechSynthesis.cancel();
    speechSynthesis.speak(speech);
  };
  const options: [string, string][] = [
    ["", words.off],
    ["text", words.describedAsText],
  ];
  if ("speechSynthesis" in window) options.push(["voice", words.describedAloud]);
  place.append(
    createSelect(words.descriptions, "descriptions", options, (value) => {
      how = value;
      if (!source.isConnected) {
        video.append(source);
        video.after(shown);
        source.track.addEventListener("cuechange", say);
      }
      source.track.mode = how === "" ? "disabled" : "hidden";
      if ("speechSynthesis" in window) speechSynthesis.cancel();
      say();
    }),
  );
}

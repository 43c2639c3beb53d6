import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createElement, createSelect } from "../create-element.ts";
import type { Player } from "../player.ts";

/**
 * Adds descriptions of the picture from a text track: shown as text over the film, where screen readers
 * read them too, or read aloud by the device's speech synthesis.
 * @param panel where the choice is added
 */
export function addAudioDescriptions(
  { video, controls }: Player,
  strings: PlayerScriptStrings,
  panel: Element,
): void {
  const { descriptions, descriptionsLanguage } = controls.dataset;
  if (descriptions === undefined || descriptionsLanguage === undefined) return;
  const canSpeak = "speechSynthesis" in window;
  let mode = "";
  const overlay = createElement("p", {
    className: "description-overlay",
    lang: descriptionsLanguage,
    dir: "auto",
  });
  overlay.setAttribute("role", "status");
  const trackElement = createElement("track", {
    kind: "descriptions",
    srclang: descriptionsLanguage,
    src: descriptions,
  });

  const update = () => {
    const cues = [...(trackElement.track.activeCues ?? [])] as VTTCue[];
    const text = mode === "" ? "" : cues.map((cue) => cue.getCueAsHTML().textContent).join(" ");
    overlay.textContent = mode === "text" ? text : "";
    if (mode !== "voice" || text === "") return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = descriptionsLanguage;
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  };
  const options: [string, string][] = [
    ["", strings.off],
    ["text", strings.descriptionsAsText],
  ];
  if (canSpeak) options.push(["voice", strings.descriptionsAloud]);
  panel.append(
    createSelect(strings.descriptions, "descriptions", options, (value) => {
      mode = value;
      if (!trackElement.isConnected) {
        video.append(trackElement);
        video.after(overlay);
        trackElement.track.addEventListener("cuechange", update);
      }
      trackElement.track.mode = mode === "" ? "disabled" : "hidden";
      if (canSpeak) speechSynthesis.cancel();
      update();
    }),
  );
}

import type { PlayerScriptStrings } from "../strings/en.ts";
import { addAudioDescriptions } from "./captions/audio-descriptions.ts";
import { addCaptionColors } from "./captions/caption-colors.ts";
import { addScreenButtons } from "./controls/full-screen.ts";
import { enableKeyboardShortcuts } from "./controls/keyboard.ts";
import { addKeyboardHelp } from "./controls/keyboard-help.ts";
import { addNextEpisodeLink } from "./controls/next-episode.ts";
import { addResumeOption } from "./controls/resume.ts";
import { createElement } from "./create-element.ts";
import type { Player } from "./player.ts";
import { followTranscript } from "./transcript/follow.ts";
import { addTranscriptToolbar } from "./transcript/toolbar.ts";

/** The Worker writes them in front of this module, in the page's language (src/player/server/scripts.ts). */
declare const words: PlayerScriptStrings;

export interface LazyControls {
  openHelp(): void;
}

/** What few need, added to a player that plays already. */
export function addLazyControls(player: Player): LazyControls {
  const { controls } = player;
  const help = addKeyboardHelp(controls, words);
  enableKeyboardShortcuts(player, words, help);
  addCaptionColors(player, words);
  const playback = controls.querySelector("#playback-panel") ?? controls;
  const buttons = createElement("div", { className: "buttons" });
  addAudioDescriptions(player, words, playback);
  addResumeOption(player, words, playback);
  playback.append(buttons);
  addScreenButtons(player, words, buttons);
  addNextEpisodeLink(player, words);
  return help;
}

/**
 * Lets a transcript follow the film, and adds what helps to read and quote it.
 * @param pressed the press on it that this was loaded for, if it was one: it plays what it was on
 */
export function enhanceTranscript(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  pressed?: MouseEvent,
): void {
  const top = () => transcript.getBoundingClientRect().top;
  const before = top();
  followTranscript(video, transcript);
  addTranscriptToolbar(video, transcript, words);
  if (pressed === undefined) return;
  // What was added has pushed the words down: they come back to under the finger.
  scrollBy(0, top() - before);
  const piece = document.elementFromPoint(pressed.clientX, pressed.clientY);
  piece?.closest<HTMLElement>("[data-start]")?.click();
}

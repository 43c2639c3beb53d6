import type { PlayerScriptStrings } from "../strings/en.ts";
import { offerContrast } from "./captions/colors.ts";
import { offerDescriptions } from "./captions/descriptions.ts";
import { offerScreens } from "./controls/full-screen.ts";
import { listenToKeys } from "./controls/keyboard.ts";
import { addHelp } from "./controls/keyboard-help.ts";
import { offerNext } from "./controls/next-episode.ts";
import { offerResume } from "./controls/resume.ts";
import { element } from "./element.ts";
import type { Player } from "./player.ts";
import { offerTranscriptTools } from "./transcript/toolbar.ts";
import { followTranscript } from "./transcript/transcript.ts";

/** The Worker writes them in front of this module, in the page's language (src/player/server/script.ts). */
declare const words: PlayerScriptStrings;

export interface More {
  openHelp(): void;
}

/** What few need, added to a player that plays already. */
export function addMore(player: Player): More {
  const { bar } = player;
  const help = addHelp(bar, words);
  listenToKeys(player, words, help);
  offerContrast(player, words);
  const playback = bar.querySelector("#playback-panel") ?? bar;
  const buttons = element("div", { className: "buttons" });
  offerDescriptions(player, words, playback);
  offerResume(player, words, playback);
  playback.append(buttons);
  offerScreens(player, words, buttons);
  offerNext(player, words);
  return help;
}

/**
 * Lets a transcript follow the film, and adds what helps to read and quote it.
 * @param pressed the press on it that this was loaded for, if it was one: it plays what it was on
 */
export function addTranscript(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  pressed?: MouseEvent,
): void {
  const top = () => transcript.getBoundingClientRect().top;
  const before = top();
  followTranscript(video, transcript);
  offerTranscriptTools(video, transcript, words);
  if (pressed === undefined) return;
  // What was added has pushed the words down: they come back to under the finger.
  scrollBy(0, top() - before);
  const piece = document.elementFromPoint(pressed.clientX, pressed.clientY);
  piece?.closest<HTMLElement>("[data-start]")?.click();
}

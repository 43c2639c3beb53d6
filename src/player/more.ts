import type { PlayerWords } from "../languages/strings/player/en.ts";
import { offerContrast } from "./contrast.ts";
import { offerDescriptions } from "./descriptions.ts";
import { element } from "./element.ts";
import { addHelp } from "./help.ts";
import { listenToKeys } from "./keys.ts";
import { offerNext } from "./next.ts";
import type { Player } from "./player.ts";
import { offerResume } from "./resume.ts";
import { offerScreens } from "./screens.ts";
import { followTranscript } from "./transcript.ts";
import { offerTranscriptTools } from "./transcript-tools.ts";

/** The Worker writes them in front of this module, in the page's language (src/web/player-script.ts). */
declare const words: PlayerWords;

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

import type { PlayerScriptStrings } from "../strings/en.ts";
import { addStyle } from "./add-style.ts";
import { addAudioDescriptions } from "./captions/audio-descriptions.ts";
import { addCaptionLook } from "./captions/caption-look.ts";
import { refineCaptions } from "./captions/refine-captions.ts";
import { setUpChapters } from "./controls/chapters.ts";
import { enableCopyLink } from "./controls/copy-link.ts";
import { enableDoubleTap } from "./controls/double-tap.ts";
import { closePanelOnError } from "./controls/error-panel.ts";
import { addFilmPageLink } from "./controls/film-page-link.ts";
import { hasFullScreen } from "./controls/full-screen.ts";
import { addNextEpisodeLink } from "./controls/next-episode.ts";
import { addPictureInPictureButton } from "./controls/picture-in-picture.ts";
import { enableRepeat } from "./controls/repeat.ts";
import { addResumeOption } from "./controls/resume.ts";
import { setUpSpeed } from "./controls/speed.ts";
import { addTimelineDetails } from "./controls/timeline-details.ts";
import { setUpVisibility } from "./controls/visibility.ts";
import { createElement } from "./create-element.ts";
import { reportChapters } from "./embed/chapter-events.ts";
import { reportErrors } from "./embed/error-events.ts";
import { removeWarningCover } from "./embed/warning-cover.ts";
import { addKeyboardHelp } from "./keyboard/help.ts";
import { enableKeyboardShortcuts } from "./keyboard/shortcuts.ts";
import style from "./lazy.css";
import { pauseAtPartEnd } from "./part-end.ts";
import type { Player } from "./player.ts";
import type { SegmentPlace } from "./transcript/clicked-segment.ts";
import { followTranscript } from "./transcript/follow.ts";
import { addTranscriptToolbar } from "./transcript/toolbar.ts";
import { setUpVersions } from "./versions/choose-version.ts";
import { lowerQualityOnSlowLine } from "./versions/slow-line.ts";

/** The Worker writes them before this module, in the page's language (src/player/server/scripts.ts). */
declare const strings: PlayerScriptStrings;

/** What the controls of the first script call in the lazily loaded ones. */
export interface LazyControls {
  openHelp(): void;
}

/** Adds the less used controls to an enhanced player. */
export function addLazyControls(player: Player): LazyControls {
  const { controls } = player;
  addStyle(style);
  addTimelineDetails(player);
  setUpChapters(player);
  enableCopyLink(player, strings);
  setUpSpeed(player);
  const versions = setUpVersions(player);
  if (versions !== undefined) lowerQualityOnSlowLine(player, strings, versions);
  pauseAtPartEnd(player);
  enableRepeat(player);
  const help = addKeyboardHelp(controls, strings);
  enableKeyboardShortcuts(player, strings, help);
  if (player.captions !== undefined) {
    addCaptionLook(player, strings, refineCaptions(player, player.captions));
  }
  const panel = controls.querySelector("#settings-panel") ?? controls;
  const buttons = createElement("div", { className: "buttons" });
  addAudioDescriptions(player, strings, panel);
  addResumeOption(player, strings, panel);
  panel.append(buttons);
  addPictureInPictureButton(player, strings, buttons);
  if (!hasFullScreen(player.video)) addFilmPageLink(player, strings, buttons);
  addNextEpisodeLink(player, strings);
  setUpVisibility(player);
  enableDoubleTap(player);
  reportChapters(player);
  reportErrors(player);
  closePanelOnError(player);
  removeWarningCover(player);
  return help;
}

/**
 * Makes a transcript follow the film, and adds tools to search and quote it.
 * @param clicked the sentence whose click caused this to load, if any: it is played
 */
export function enhanceTranscript(
  video: HTMLVideoElement,
  transcript: HTMLElement,
  clicked?: SegmentPlace,
): void {
  const top = () => transcript.getBoundingClientRect().top;
  const topBefore = top();
  followTranscript(video, transcript);
  addTranscriptToolbar(video, transcript, strings);
  if (clicked === undefined) return;
  // Scroll the clicked sentence back under the pointer.
  scrollBy(0, top() - topBefore);
  clicked.paragraph.querySelectorAll<HTMLElement>("[data-start]")[clicked.index]?.click();
}

import type { PlayerScriptStrings } from "../../strings/en.ts";
import { togglePlay } from "../controls/buttons.ts";
import { announce } from "../controls/controls.ts";
import { hasFullScreen, toggleFullScreen } from "../controls/full-screen.ts";
import { seekStep } from "../controls/seek-step.ts";
import { lengthOf } from "../duration.ts";
import type { Player } from "../player.ts";
import type { addKeyboardHelp } from "./help.ts";
import { shortcutKey } from "./shortcut-key.ts";

/**
 * Enables the usual shortcuts of video players, only while the focus is in the player (WCAG 2.1.4), and
 * never in a field.
 */
export function enableKeyboardShortcuts(
  elements: Player,
  strings: PlayerScriptStrings,
  { areShortcutsEnabled, openHelp }: ReturnType<typeof addKeyboardHelp>,
): void {
  const { player, video, controls, captions } = elements;
  const seekBy = (seconds: number) => {
    video.currentTime += seconds;
  };
  const changeVolume = (by: number) => {
    video.volume = Math.min(1, Math.max(0, video.volume + by));
  };
  const changeSpeed = (by: number) => {
    video.playbackRate = Math.min(2, Math.max(0.5, video.playbackRate + by));
  };
  const changeFullScreen = () => {
    if (hasFullScreen(video)) toggleFullScreen(elements);
    else announce(controls, strings.fullScreenNotAllowed);
  };
  const shortcuts: Record<string, () => void> = {
    k: () => togglePlay(video),
    j: () => seekBy(-seekStep),
    l: () => seekBy(seekStep),
    m: () => {
      video.muted = !video.muted;
    },
    f: changeFullScreen,
    c: () => captions?.toggle(),
    "<": () => changeSpeed(-0.25),
    ">": () => changeSpeed(0.25),
    "?": openHelp,
    " ": () => togglePlay(video),
    ArrowLeft: () => seekBy(-seekStep),
    ArrowRight: () => seekBy(seekStep),
    ArrowUp: () => changeVolume(0.1),
    ArrowDown: () => changeVolume(-0.1),
  };

  player.addEventListener("keydown", (event) => {
    const { key } = event;
    const target = event.target as Element;
    if (!areShortcutsEnabled() || event.ctrlKey || event.metaKey || event.altKey) return;
    // A slider has its own arrows, and letters type nothing there.
    const isSlider = target.matches("[type=range]");
    if (target.closest("input, select, textarea, dialog") && !isSlider) return;
    if (isSlider && /^(Arrow|Home|End|Page)/.test(key)) return;
    // On a button, Space presses the button.
    if (key === " " && target.closest("button, a, summary")) return;
    const name = shortcutKey(event);
    let run = shortcuts[name];
    if (/^\d$/.test(name)) {
      run = () => {
        video.currentTime = (lengthOf(video, controls) * Number(name)) / 10;
      };
    }
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
}

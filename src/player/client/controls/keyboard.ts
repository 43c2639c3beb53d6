import type { PlayerScriptStrings } from "../../strings/en.ts";
import type { Player } from "../player.ts";
import { toggleFullScreen } from "./full-screen.ts";
import type { addKeyboardHelp } from "./keyboard-help.ts";
import { play } from "./repeat.ts";

/**
 * The usual keys, only while the focus is in the player, and never where somebody types or chooses.
 * Space and arrows on the film itself stay the browser's: its own buttons and sliders have them.
 */
export function enableKeyboardShortcuts(
  { player, video, controls, captions }: Player,
  words: PlayerScriptStrings,
  { areKeysOn, openHelp }: ReturnType<typeof addKeyboardHelp>,
): void {
  const seek = (seconds: number) => {
    video.currentTime += seconds;
  };
  const turnUp = (by: number) => {
    video.volume = Math.min(1, Math.max(0, video.volume + by));
  };
  const speedUp = (by: number) => {
    video.playbackRate = Math.min(2, Math.max(0.5, video.playbackRate + by));
  };
  const playOrPause = () => (video.paused ? play(video) : video.pause());
  const keys: Record<string, () => void> = {
    k: playOrPause,
    j: () => seek(-5),
    l: () => seek(5),
    m: () => {
      video.muted = !video.muted;
    },
    f: () => toggleFullScreen(video, controls, words),
    c: () => captions?.toggle(),
    "<": () => speedUp(-0.25),
    ">": () => speedUp(0.25),
    "?": openHelp,
  };
  /** Not on the film, whose controls use them themselves. */
  const besideTheFilm: Record<string, () => void> = {
    " ": playOrPause,
    ArrowLeft: () => seek(-5),
    ArrowRight: () => seek(5),
    ArrowUp: () => turnUp(0.1),
    ArrowDown: () => turnUp(-0.1),
  };
  for (let tenth = 0; tenth < 10; tenth += 1) {
    keys[tenth] = () => {
      // Before it is loaded, a film has no middle.
      if (video.duration) video.currentTime = (video.duration * tenth) / 10;
    };
  }

  player.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!areKeysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((target as Element).closest("input, select, textarea, dialog")) return;
    // Space presses the button that it is on.
    const isFree = target !== video && !(key === " " && (target as Element).closest("button"));
    const act = keys[key.toLowerCase()] ?? (isFree ? besideTheFilm[key] : undefined);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

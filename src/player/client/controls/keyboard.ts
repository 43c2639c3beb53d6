import type { PlayerScriptStrings } from "../../strings/en.ts";
import { play } from "../play.ts";
import type { Player } from "../player.ts";
import { toggleFullScreen } from "./full-screen.ts";
import type { addKeyboardHelp } from "./keyboard-help.ts";

/**
 * Enables the usual shortcuts of video players, only while the focus is in the player (WCAG 2.1.4), and
 * never in a field. On the film itself, Space and the arrow keys stay with the browser, whose own
 * controls use them.
 */
export function enableKeyboardShortcuts(
  { player, video, controls, captions }: Player,
  strings: PlayerScriptStrings,
  { areShortcutsEnabled, openHelp }: ReturnType<typeof addKeyboardHelp>,
): void {
  const seekBy = (seconds: number) => {
    video.currentTime += seconds;
  };
  const changeVolume = (by: number) => {
    video.volume = Math.min(1, Math.max(0, video.volume + by));
  };
  const changeSpeed = (by: number) => {
    video.playbackRate = Math.min(2, Math.max(0.5, video.playbackRate + by));
  };
  const togglePlay = () => (video.paused ? play(video) : video.pause());
  const shortcuts: Record<string, () => void> = {
    k: togglePlay,
    j: () => seekBy(-5),
    l: () => seekBy(5),
    m: () => {
      video.muted = !video.muted;
    },
    f: () => toggleFullScreen(video, controls, strings),
    c: () => captions?.toggle(),
    "<": () => changeSpeed(-0.25),
    ">": () => changeSpeed(0.25),
    "?": openHelp,
  };
  /** Only while the focus is in our controls. */
  const controlsShortcuts: Record<string, () => void> = {
    " ": togglePlay,
    ArrowLeft: () => seekBy(-5),
    ArrowRight: () => seekBy(5),
    ArrowUp: () => changeVolume(0.1),
    ArrowDown: () => changeVolume(-0.1),
  };
  for (let tenth = 0; tenth < 10; tenth += 1) {
    shortcuts[tenth] = () => {
      // The duration is NaN until the film is loaded.
      if (video.duration) video.currentTime = (video.duration * tenth) / 10;
    };
  }

  player.addEventListener("keydown", (event) => {
    const { key } = event;
    const target = event.target as Element;
    if (!areShortcutsEnabled() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input, select, textarea, dialog")) return;
    // On a button, Space presses the button.
    const isInControls = target !== video && !(key === " " && target.closest("button"));
    const run = shortcuts[key.toLowerCase()] ?? (isInControls ? controlsShortcuts[key] : undefined);
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
}

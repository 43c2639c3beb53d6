import { play } from "../play.ts";
import type { PlayerElements } from "../player-elements.ts";
import { findField, onButtonClick } from "./controls.ts";
import { hasFullScreen, toggleFullScreen } from "./full-screen.ts";

/** Sets up the buttons for play, sound and full screen. */
export function setUpButtons(elements: PlayerElements): void {
  const { frame, video, controls } = elements;
  const volume = findField<HTMLInputElement>(controls, "volume");
  const update = () => {
    showState(controls, "play", !video.paused);
    showState(controls, "mute", video.muted || video.volume === 0);
    if (volume !== undefined) volume.value = String(video.muted ? 0 : video.volume);
  };
  for (const event of ["play", "pause", "volumechange"]) video.addEventListener(event, update);
  video.addEventListener("play", () => {
    frame.dataset.started = "";
  });
  onButtonClick(controls, "play", () => togglePlay(video));
  video.addEventListener("click", () => togglePlay(video));
  onButtonClick(controls, "mute", () => {
    video.muted = !video.muted;
  });
  volume?.addEventListener("input", () => {
    video.volume = Number(volume.value);
    video.muted = false;
  });
  onButtonClick(controls, "full-screen", () => toggleFullScreen(elements));
  const fullScreen = controls.querySelector("[data-action=full-screen]");
  fullScreen?.toggleAttribute("hidden", !hasFullScreen(video));
}

/** Plays or pauses. */
export function togglePlay(video: HTMLVideoElement): void {
  if (video.paused) play(video);
  else video.pause();
}

/** Gives a button the icon and the name of what it does next; `data-other` is its name in the other state. */
function showState(controls: HTMLElement, action: string, isOn: boolean): void {
  const button = controls.querySelector<HTMLElement>(`[data-action=${action}]`);
  if (button === null || isOn === (button.dataset.on === "")) return;
  const { other = "" } = button.dataset;
  button.dataset.other = button.title;
  button.title = other;
  button.setAttribute("aria-label", other);
  button.toggleAttribute("data-on", isOn);
}

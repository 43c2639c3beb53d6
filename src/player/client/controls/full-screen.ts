import type { PlayerElements } from "../player-elements.ts";

/** What iPhones have instead of the standard: only the film itself goes into full screen. */
interface AppleVideo {
  readonly webkitSupportsFullscreen?: boolean;
  webkitEnterFullscreen?(): void;
}

/** Whether the film's frame, or at least the film, can be shown in full screen here. */
export function hasFullScreen(video: HTMLVideoElement & AppleVideo): boolean {
  return document.fullscreenEnabled || video.webkitEnterFullscreen !== undefined;
}

/** Enters or leaves full screen with the film's frame, so that captions and controls come along. */
export function toggleFullScreen({ frame, video }: PlayerElements): void {
  const film: HTMLVideoElement & AppleVideo = video;
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) frame.requestFullscreen().catch(() => undefined);
  else film.webkitEnterFullscreen?.();
}

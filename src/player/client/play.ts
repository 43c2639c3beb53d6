/** Plays a film. A browser may refuse to play without a user's action; the film then stays paused. */
export function play(video: HTMLVideoElement): void {
  video.play().catch(() => undefined);
}

/** Plays from a time in seconds, and scrolls the film into view. */
export function playFrom(video: HTMLVideoElement, seconds: number): void {
  video.currentTime = seconds;
  play(video);
  video.scrollIntoView({ block: "nearest" });
}

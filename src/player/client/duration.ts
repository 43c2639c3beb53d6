/**
 * A film's length in seconds: the record's until the film is loaded, and where a recording has none of its own
 * (a browser's MediaRecorder writes WebM without it, and `duration` is then Infinity).
 */
export function lengthOf(video: HTMLVideoElement, controls: HTMLElement): number {
  return Number.isFinite(video.duration) ? video.duration : Number(controls.dataset.duration);
}

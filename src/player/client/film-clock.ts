/** The shortest time between two looks at the film, in milliseconds: a frame at 60 Hz. */
const minWait = 16;

/**
 * Calls a function whenever what it does may change: when the film seeks, starts or changes its speed, and
 * at the time that it returned. A timer is more precise than `cuechange` and `timeupdate`, which come up to
 * 250 ms late (HTML, “time marches on”); `timeupdate` is there where timers are slow, in a tab in the background.
 * @param update returns the time of the next change, in seconds of the film
 * @returns a function that calls it at once
 */
export function callInTime(video: HTMLVideoElement, update: () => number): () => void {
  let timer = 0;
  const call = () => {
    clearTimeout(timer);
    const seconds = (update() - video.currentTime) / (video.playbackRate || 1);
    // `timeupdate` comes before a change that is further away.
    if (!video.paused && seconds < 1) timer = setTimeout(call, Math.max(minWait, seconds * 1000));
  };
  for (const type of ["timeupdate", "seeking", "seeked", "play", "ratechange"]) {
    video.addEventListener(type, call);
  }
  return call;
}

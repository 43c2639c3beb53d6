/**
 * Calls a function each time that the film, while it plays, has to wait for data. The wait before it first
 * plays, or after a seek, isn't a stall.
 */
export function onStall(video: HTMLVideoElement, call: () => void): void {
  let isRunning = false;
  video.addEventListener("timeupdate", () => {
    isRunning ||= !video.paused && !video.seeking && hasNextFrame(video);
  });
  for (const event of ["seeking", "pause", "emptied"]) {
    video.addEventListener(event, () => {
      isRunning = false;
    });
  }
  video.addEventListener("waiting", () => {
    if (!isRunning || hasNextFrame(video)) return;
    isRunning = false;
    call();
  });
}

const hasNextFrame = ({ readyState }: HTMLVideoElement) =>
  readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;

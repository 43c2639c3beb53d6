import type { Player } from "../player.ts";

/** Who plays the film has seen its content warning. */
export function removeWarningCover({ video }: Player): void {
  const remove = () => document.querySelector(".cover")?.remove();
  if (!video.paused) remove();
  video.addEventListener("play", remove);
}

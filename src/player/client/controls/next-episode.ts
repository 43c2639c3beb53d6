import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createElement } from "../create-element.ts";
import type { Player } from "../player.ts";

/** Links to the next episode of the series once the film has ended. It never plays by itself. */
export function addNextEpisodeLink(
  { video, controls }: Player,
  strings: PlayerScriptStrings,
): void {
  const { next, nextTitle } = controls.dataset;
  const status = controls.querySelector(".status");
  if (next === undefined || status === null) return;
  const showLink = () =>
    status.replaceChildren(
      `${strings.nextEpisode}: `,
      createElement("a", { href: next, dir: "auto", textContent: nextTitle ?? next }),
    );
  video.addEventListener("ended", showLink);
  if (video.ended) showLink();
}

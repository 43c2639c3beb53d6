import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createElement } from "../create-element.ts";
import type { Player } from "../player.ts";

/** Once the film has ended, leads to the next of its series. It never starts by itself. */
export function addNextEpisodeLink({ video, controls }: Player, words: PlayerScriptStrings): void {
  const { next, nextTitle } = controls.dataset;
  const said = controls.querySelector(".said");
  if (next === undefined || said === null) return;
  const offer = () =>
    said.replaceChildren(
      `${words.nextEpisode}: `,
      createElement("a", { href: next, dir: "auto", textContent: nextTitle ?? next }),
    );
  video.addEventListener("ended", offer);
  if (video.ended) offer();
}

import type { PlayerScriptStrings } from "../../strings/en.ts";
import { element } from "../element.ts";
import type { Player } from "../player.ts";

/** Once the film has ended, leads to the next of its series. It never starts by itself. */
export function offerNext({ video, bar }: Player, words: PlayerScriptStrings): void {
  const { next, nextTitle } = bar.dataset;
  const said = bar.querySelector(".said");
  if (next === undefined || said === null) return;
  const offer = () =>
    said.replaceChildren(
      `${words.nextEpisode}: `,
      element("a", { href: next, dir: "auto", textContent: nextTitle ?? next }),
    );
  video.addEventListener("ended", offer);
  if (video.ended) offer();
}

import type { PlayerScriptStrings } from "../../strings/en.ts";
import { field } from "../controls/bar.ts";
import { choice } from "../element.ts";
import type { Player } from "../player.ts";

/** Lets the viewer choose the colours of the captions, beside their size. */
export function offerContrast({ player, bar }: Player, words: PlayerScriptStrings): void {
  const size = field<HTMLSelectElement>(bar, "size")?.closest("label");
  const options = words.contrasts.map((text, index) => [String(index), text] as const);
  size?.after(
    choice(words.contrast, "contrast", options, (value) => {
      player.dataset.contrast = value;
    }),
  );
}

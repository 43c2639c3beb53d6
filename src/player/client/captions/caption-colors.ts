import type { PlayerScriptStrings } from "../../strings/en.ts";
import { findField } from "../controls/controls.ts";
import { createSelect } from "../create-element.ts";
import type { Player } from "../player.ts";

/** Adds the choice of caption colors after that of their size. */
export function addCaptionColors({ player, controls }: Player, strings: PlayerScriptStrings): void {
  const sizeField = findField<HTMLSelectElement>(controls, "caption-size")?.closest("label");
  const options = strings.captionColorNames.map((text, index) => [String(index), text] as const);
  sizeField?.after(
    createSelect(strings.captionColors, "caption-colors", options, (value) => {
      player.dataset.captionColors = value;
    }),
  );
}

import type { PlayerScriptStrings } from "../../strings/en.ts";
import { findField } from "../controls/controls.ts";
import { createSelect } from "../create-element.ts";
import type { Player } from "../player.ts";

/** Lets the viewer choose the colours of the captions, beside their size. */
export function addCaptionColors({ player, controls }: Player, words: PlayerScriptStrings): void {
  const size = findField<HTMLSelectElement>(controls, "size")?.closest("label");
  const options = words.contrasts.map((text, index) => [String(index), text] as const);
  size?.after(
    createSelect(words.contrast, "contrast", options, (value) => {
      player.dataset.contrast = value;
    }),
  );
}

import type { Captions } from "./captions/captions.ts";
import type { Stage } from "./controls/bar.ts";

/** A player that plays, with what its further parts work on. */
export interface Player extends Stage {
  readonly captions: Captions | undefined;
}

import type { Stage } from "./bar.ts";
import type { Captions } from "./captions.ts";

/** A player that plays, with what its further parts work on. */
export interface Player extends Stage {
  readonly captions: Captions | undefined;
}

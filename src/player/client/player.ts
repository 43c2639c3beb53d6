import type { CaptionControl } from "./captions/captions.ts";
import type { PlayerElements } from "./controls/controls.ts";

/** A player that plays, with what its further parts work on. */
export interface Player extends PlayerElements {
  readonly captions: CaptionControl | undefined;
}

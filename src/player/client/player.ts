import type { CaptionControl } from "./captions/captions.ts";
import type { PlayerElements } from "./player-elements.ts";

/** An enhanced player, as its lazily loaded features get it. */
export interface Player extends PlayerElements {
  /** Undefined if the film has no captions. */
  readonly captions: CaptionControl | undefined;
}

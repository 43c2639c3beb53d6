import type { CaptionControl } from "./captions/captions.ts";

/** The elements that every feature of the player works on. */
export interface PlayerElements {
  /** What holds the film and its controls. */
  readonly player: HTMLElement;
  readonly video: HTMLVideoElement;
  /** Our controls under the film. */
  readonly controls: HTMLElement;
}

/** An enhanced player, as its lazily loaded features get it. */
export interface Player extends PlayerElements {
  /** Undefined if the film has no captions. */
  readonly captions: CaptionControl | undefined;
}

/** The elements that every feature of the player works on. */
export interface PlayerElements {
  /** What holds the film and its controls. */
  readonly player: HTMLElement;
  readonly video: HTMLVideoElement;
  /** Our controls under the film. */
  readonly controls: HTMLElement;
}

/** The elements that every feature of the player works on. */
export interface PlayerElements {
  /** What holds the film's frame, and what is shown beneath it. */
  readonly player: HTMLElement;
  /** What holds the film and what is drawn over it. It is what is shown in full screen. */
  readonly frame: HTMLElement;
  readonly video: HTMLVideoElement;
  /** Our controls over the film. */
  readonly controls: HTMLElement;
}

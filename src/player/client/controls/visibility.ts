import type { PlayerElements } from "../player-elements.ts";

/** How long the bar stays after the pointer's last move, in milliseconds: as in most players, 2 to 4 seconds. */
const hideAfter = 3000;

/**
 * Shows the bar when the pointer moves, on touch, focus and pause, and hides it while the film plays. It stays
 * while a panel is open or the keyboard's focus is inside; a click's focus doesn't hold it.
 */
export function setUpVisibility({ frame, video, controls }: PlayerElements): void {
  let timer = 0;
  /** The kind of the last input: a key, or a pointer's type. */
  let input = "";
  const isShown = () => frame.dataset.controlsShown === "";
  const setShown = (shown: boolean) => {
    frame.toggleAttribute("data-controls-shown", shown);
  };
  const isHeld = () =>
    video.paused ||
    (input === "key" && controls.contains(document.activeElement)) ||
    controls.querySelector("[aria-expanded=true], [open]") !== null;
  const show = () => {
    setShown(true);
    clearTimeout(timer);
    timer = window.setTimeout(() => setShown(isHeld()), hideAfter);
  };
  for (const event of ["pointermove", "focusin", "focusout", "click"]) {
    frame.addEventListener(event, ({ type, target }) => {
      // A touch on the film shows or hides the bar itself, below; it moves the focus to the film before.
      if (input !== "touch" || (target !== video && !type.startsWith("focus"))) show();
    });
  }
  for (const event of ["play", "pause"]) video.addEventListener(event, show);
  frame.addEventListener("pointerleave", ({ pointerType }) => {
    // A finger leaves before its click, which a hidden bar wouldn't get.
    if (pointerType !== "touch") setShown(isHeld());
  });
  frame.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      input = pointerType;
    },
    true,
  );
  frame.addEventListener("keydown", () => {
    input = "key";
    show();
  });
  frame.addEventListener(
    "click",
    (event) => {
      if (input !== "touch" || video.paused || event.target !== video) return;
      // A mouse's click pauses the film (buttons.ts); a touch shows or hides the bar instead.
      event.stopPropagation();
      if (isShown()) setShown(false);
      else show();
    },
    true,
  );
  show();
}

import type { PlayerElements } from "../player-elements.ts";

/**
 * Puts the controls over the film, out of the template that the page has them in, instead of the browser's own.
 * @returns undefined if the page has no controls of ours
 */
export function mountControls(
  player: HTMLElement,
  video: HTMLVideoElement,
): PlayerElements | undefined {
  const template = player.querySelector<HTMLTemplateElement>("template[data-controls]");
  const controls = template?.content.firstElementChild;
  const frame = video.parentElement;
  if (!(controls instanceof HTMLElement) || frame === null) return undefined;
  video.controls = false;
  // A click on the film moves the focus into the player, so that the keyboard's shortcuts work.
  frame.tabIndex = -1;
  frame.append(controls);
  frame.dataset.controlsShown = "";
  setUpPanels(controls);
  const bar = controls.firstElementChild as HTMLElement;
  // Beside an open panel the bar has another shape (lazy.css), and captions stay where they are.
  const measure = () => {
    if (!("open" in controls.dataset))
      frame.style.setProperty("--bar-height", `${bar.offsetHeight}px`);
  };
  // At once, so that nothing moves after the first frame.
  measure();
  new ResizeObserver(measure).observe(bar);
  return { player, frame, video, controls };
}

/** At most one panel is open at a time; Escape closes it and returns the focus to its button. */
function setUpPanels(controls: HTMLElement): void {
  const buttons = [...controls.querySelectorAll<HTMLElement>("[aria-controls]")];
  const isOpen = (button: HTMLElement) => button.getAttribute("aria-expanded") === "true";
  const setOpen = (button: HTMLElement, open: boolean) => {
    button.setAttribute("aria-expanded", String(open));
    const panel = controls.querySelector(`#${button.getAttribute("aria-controls")}`);
    panel?.toggleAttribute("hidden", !open);
    controls.toggleAttribute("data-open", buttons.some(isOpen));
    // Of many chapters, the current one is in sight.
    if (open) panel?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const other of buttons) setOpen(other, other === button && !isOpen(button));
    });
  }
  controls.addEventListener("keydown", (event) => {
    const button = buttons.find(isOpen);
    if (event.key !== "Escape" || button === undefined) return;
    if ((event.target as Element).closest("dialog") !== null) return;
    setOpen(button, false);
    button.focus();
  });
}

/** A field of the controls by its name; undefined if this film has no such choice. */
export function findField<Field extends HTMLSelectElement | HTMLInputElement>(
  controls: HTMLElement,
  name: string,
): Field | undefined {
  return controls.querySelector<Field>(`[name=${name}]`) ?? undefined;
}

/** Handles clicks on the button with this `data-action`, if there is one. */
export function onButtonClick(container: HTMLElement, action: string, onClick: () => void): void {
  container.querySelector(`[data-action=${action}]`)?.addEventListener("click", onClick);
}

/** How long an announcement stays, in milliseconds: it can be read twice, and then no longer covers the film. */
const announcementTime = 10_000;

/**
 * Shows a status message over the film for a while, in a live region: screen readers announce it (WCAG 4.1.3).
 * @param message the text; `%s` in it is replaced by the value
 */
export function announce(controls: HTMLElement, message: string, value = ""): void {
  const text = showMessage(controls, message, value);
  // A message that has taken its place stays.
  setTimeout(() => text.remove(), announcementTime);
}

/** Shows a status message as `announce` does, until there is another one. */
export function showMessage(controls: HTMLElement, message: string, value = ""): Text {
  const text = document.createTextNode(message.replace("%s", value));
  controls.querySelector(".status")?.replaceChildren(text);
  return text;
}

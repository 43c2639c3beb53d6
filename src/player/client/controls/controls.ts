/** The film with its bar: what every feature of the player works on. */
export interface PlayerElements {
  readonly player: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly controls: HTMLElement;
}

/** Puts the controls under the film, out of the template that it comes in. */
export function mountControls(
  player: HTMLElement,
  video: HTMLVideoElement,
): PlayerElements | undefined {
  const template = player.querySelector<HTMLTemplateElement>("template[data-controls]");
  const controls = template?.content.firstElementChild;
  if (!(controls instanceof HTMLElement)) return undefined;
  template?.replaceWith(controls);
  setUpPanels(controls);
  return { player, video, controls };
}

/** One panel is open at a time; Escape closes it and leads back to its button. */
function setUpPanels(bar: HTMLElement): void {
  const openers = [...bar.querySelectorAll<HTMLElement>("[aria-controls]")];
  const panelOf = (opener: HTMLElement) =>
    bar.querySelector<HTMLElement>(`#${opener.getAttribute("aria-controls")}`);
  const isOpen = (opener: HTMLElement) => opener.getAttribute("aria-expanded") === "true";
  const show = (opener: HTMLElement, open: boolean) => {
    opener.setAttribute("aria-expanded", String(open));
    panelOf(opener)?.toggleAttribute("hidden", !open);
  };
  for (const opener of openers) {
    opener.addEventListener("click", () => {
      for (const other of openers) show(other, other === opener && !isOpen(opener));
    });
  }
  bar.addEventListener("keydown", (event) => {
    const opener = openers.find(isOpen);
    if (event.key !== "Escape" || opener === undefined) return;
    if ((event.target as Element).closest("dialog") !== null) return;
    show(opener, false);
    opener.focus();
  });
}

/** A choice or switch of the bar; undefined where the film has nothing to choose there. */
export function findField<Kind extends HTMLSelectElement | HTMLInputElement>(
  bar: HTMLElement,
  name: string,
): Kind | undefined {
  return bar.querySelector<Kind>(`[name=${name}]`) ?? undefined;
}

/** Lets a button of the bar do something. */
export function onButtonClick(bar: HTMLElement, what: string, act: () => void): void {
  bar.querySelector(`[data-do=${what}]`)?.addEventListener("click", act);
}

/**
 * Says something under the bar, aloud too.
 * @param key a sentence, or which of those that the page brought; `%s` in it is the value
 */
export function announce(bar: HTMLElement, key: string, value = ""): void {
  const said = bar.querySelector<HTMLElement>(".said");
  if (said !== null) said.textContent = (said.dataset[key] ?? key).replace("%s", value);
}

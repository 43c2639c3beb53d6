import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createElement } from "../create-element.ts";
import type { Player } from "../player.ts";

/** Adds a link to the film's page, for a frame that may not use full screen. */
export function addFilmPageLink(
  { controls }: Player,
  strings: PlayerScriptStrings,
  buttons: HTMLElement,
): void {
  const href = controls.dataset.page;
  if (parent === window || href === undefined) return;
  const properties = {
    href,
    target: "_blank",
    rel: "noreferrer",
    textContent: strings.openFilmPage,
  };
  buttons.append(createElement("a", properties));
}

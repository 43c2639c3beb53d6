/**
 * Keeps the room of the player's bar from the first moment on: its script runs when the whole page has come,
 * and on a slow line everything below the film would be pushed down then, under the reader's finger.
 */
reserveControlsSpace(document.querySelector<HTMLElement>("[data-player]"));

function reserveControlsSpace(player: HTMLElement | null): void {
  const template = player?.querySelector<HTMLTemplateElement>("template[data-controls]");
  const bar = template?.content.firstElementChild?.cloneNode(true);
  if (!player || !(bar instanceof HTMLElement)) return;
  // The bar will say which captions are shown, and take another row where that needs one.
  const now = bar.querySelector(".now");
  if (now !== null)
    now.textContent = player.querySelector<HTMLTrackElement>("[default]")?.label ?? "";
  player.append(bar);
  player.style.minHeight = `${player.offsetHeight}px`;
  bar.remove();
  // The bar is there by then, and may grow and shrink with the window.
  addEventListener("load", () => player.style.removeProperty("min-height"));
}

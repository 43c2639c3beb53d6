/**
 * Reserves the space of the controls while the page loads. Their script runs once the whole page is
 * parsed; on a slow connection everything below the film would be pushed down then, under the reader's
 * finger.
 */
reserveControlsSpace(document.querySelector<HTMLElement>("[data-player]"));

function reserveControlsSpace(player: HTMLElement | null): void {
  const template = player?.querySelector<HTMLTemplateElement>("template[data-controls]");
  const controls = template?.content.firstElementChild?.cloneNode(true);
  if (!player || !(controls instanceof HTMLElement)) return;
  // The captions button will show the current language, which may need another row.
  const current = controls.querySelector(".current");
  if (current !== null) {
    current.textContent = player.querySelector<HTMLTrackElement>("[default]")?.label ?? "";
  }
  player.append(controls);
  player.style.minHeight = `${player.offsetHeight}px`;
  controls.remove();
  // By then the controls are there, and their height may change with the window.
  addEventListener("load", () => player.style.removeProperty("min-height"));
}

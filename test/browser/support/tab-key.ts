import type { JSHandle, Page } from "playwright-core";

/** So many presses come at once, as of one who holds the key down: to draw and ask after each takes thrice the time. */
const atOnce = 10;

/**
 * Presses Tab until the focus is where it is wanted; presses after that leave it there.
 * @param isThere a function of the page that says whether it is
 * @param most so many presses, in tens
 * @returns whether it got there
 */
export async function pressTabUntil(
  page: Page,
  isThere: JSHandle<() => boolean>,
  most: number,
): Promise<boolean> {
  const listening = await isThere.evaluateHandle((isFocused) => {
    const controller = new AbortController();
    const stay = (event: KeyboardEvent) => {
      if (event.key === "Tab" && isFocused()) event.preventDefault();
    };
    addEventListener("keydown", stay, { capture: true, signal: controller.signal });
    return controller;
  });
  const ask = () => isThere.evaluate((isFocused) => isFocused());
  let isReached = await ask();
  for (let pressed = 0; pressed < most && !isReached; pressed += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, () => page.keyboard.down("Tab")));
    await page.keyboard.up("Tab");
    isReached = await ask();
  }
  await listening.evaluate((controller) => controller.abort());
  return isReached;
}

import type { JSHandle, Page } from "playwright-core";

/**
 * How many presses are sent before the page is asked, as if the key were held down. Asking after each press takes three
 * times as long.
 */
const pressesAtOnce = 10;

/**
 * Presses Tab until the focus is where it is wanted. Presses that come after that leave it there.
 * @param isThere a function in the page that says whether the focus is there
 * @param maxPresses how many presses to try, a multiple of ten
 * @returns whether the focus got there
 */
export async function pressTabUntil(
  page: Page,
  isThere: JSHandle<() => boolean>,
  maxPresses: number,
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
  for (let pressed = 0; pressed < maxPresses && !isReached; pressed += pressesAtOnce) {
    await Promise.all(Array.from({ length: pressesAtOnce }, () => page.keyboard.down("Tab")));
    await page.keyboard.up("Tab");
    isReached = await ask();
  }
  await listening.evaluate((controller) => controller.abort());
  return isReached;
}

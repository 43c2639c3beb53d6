import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

/** Everything in the bar that a key must reach now, in the page's order. */
function reachable(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".controls :is(button, select, input, a)")]
      .filter((element) => element.checkVisibility() && element.closest("dialog") === null)
      .map((element) => element.getAttribute("name") ?? element.textContent ?? ""),
  );
}

interface Stop {
  readonly name: string;
  readonly isInBar: boolean;
  /** What a sighted person wouldn't see of where they are. */
  readonly trouble?: string;
}

function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const name = element.getAttribute("name") ?? element.textContent ?? "";
    const isInBar = element.closest(".controls") !== null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const isMarked = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    const isInSight = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isCovered = above === null || !(element.contains(above) || above.contains(element));
    if (!isMarked) return { name, isInBar, trouble: `${name} has no outline` };
    if (!isInSight) return { name, isInBar, trouble: `${name} is out of sight` };
    return { name, isInBar, ...(isCovered && { trouble: `${name} is covered` }) };
  });
}

/** Tabs into the bar, or through it, until this says that it is enough. */
async function tab(page: Page, key: string, isEnough: (stop: Stop) => boolean): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press(key);
    const here = await stop(page);
    stops.push(here);
    if (isEnough(here)) return stops;
  }
  throw new Error(`Tab never got there: ${stops.map(({ name }) => name).join(", ")}`);
}

test.each([
  ["film's page", `/vi/watch/${film}#t=15,20`],
  ["embed", `/embed/${film}?lang=vi&t=15,20`],
  ["embed, right to left", `/embed/${film}?lang=ar&t=15,20`],
])("a key reaches all that the bar has on the %s, and it shows where it is", async (_, address) => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 640 } });
  await page.goto(address);
  await tab(page, "Tab", ({ isInBar }) => isInBar);
  await page.locator("dialog.help").waitFor({ state: "attached" });
  const openers = await page.locator(".controls [aria-controls]").allTextContents();
  expect(openers.length).toBe(3);
  for (const [index, opener] of openers.entries()) {
    // Back to the beginning of the bar, then to the next button of a panel.
    await tab(page, "Shift+Tab", ({ isInBar }) => !isInBar);
    if (index === 0) await tab(page, "Tab", ({ isInBar }) => isInBar);
    else await tab(page, "Tab", ({ name }) => name === opener);
    await page.keyboard.press("Enter");
    expect(await page.locator(".panel:not(dialog *):visible").count()).toBe(1);
    const all = await reachable(page);
    await tab(page, "Shift+Tab", ({ isInBar }) => !isInBar);
    const stops = await tab(page, "Tab", ({ isInBar, name }) => isInBar && name === all.at(-1));
    const inBar = stops.filter(({ isInBar }) => isInBar);
    expect(inBar.map(({ name }) => name)).toEqual(all);
    expect(inBar.flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
    await page.keyboard.press("Escape");
    expect((await stop(page)).name).toBe(opener);
    expect(await page.locator(".panel:not(dialog *):visible").count()).toBe(0);
  }
  await leave();
});

test("a dialog takes the focus, keeps it, and gives it back to its button", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/es/watch/${film}`);
  for (const [button, first] of [
    ["Teclado", "keys"],
    ["Insertar", "embed-language"],
  ]) {
    await tab(page, "Tab", ({ name }) => name === button);
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    expect((await stop(page)).name).toBe(first);
    for (let pressed = 0; pressed < 8; pressed += 1) {
      await page.keyboard.press("Tab");
      // After the last one the browser's own bar has its turn, which leaves the page's body.
      const isOut = await page.evaluate(
        () =>
          document.activeElement !== document.body &&
          document.activeElement?.closest("dialog[open]") === null,
      );
      expect(isOut).toBe(false);
    }
    // A key in the preview's own frame is the preview's: back to the dialog.
    await tab(page, "Shift+Tab", ({ name }) => name === first);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    expect((await stop(page)).name).toBe(button);
  }
  await leave();
});

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { layoutTroubles, withReadersStyles } from "../support/layout.ts";
import { longestWait } from "../support/longest-wait.ts";
import { film, url, useBrowser } from "../support/visit.ts";
import { playerStates } from "./player-states.ts";

const browser = useBrowser();
const pages = [
  ["film's page", (language: string) => `/${language}/watch/${film}`],
  ["embed", (language: string) => `/embed/${film}?lang=${language}`],
] as const;

/** Brings a player of a phone's width into each of its states, and checks it there; returns the problems by state. */
async function checkEachState(
  address: string,
  check: (page: Page) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const viewport = { width: 360, height: 720 };
  const context = await browser().newContext({ baseURL: url, bypassCSP: true, viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  await page.goto(address);
  const found: Record<string, string[]> = {};
  for (const { name, watchPageOnly = false, enter } of playerStates) {
    if (watchPageOnly && address.startsWith("/embed")) continue;
    await enter(page);
    const troubles = await check(page);
    if (troubles.length > 0) found[name] = troubles;
    const isOpen = (await page.locator("dialog[open]").count()) > 0;
    if (isOpen) await page.keyboard.press("Escape");
  }
  await context.close();
  return found;
}

/** Axe, in every color scheme. */
async function axeTroubles(page: Page): Promise<string[]> {
  const troubles = await violations(page);
  for (const colors of [{ colorScheme: "dark" }, { forcedColors: "active" }] as const) {
    await page.emulateMedia(colors);
    troubles.push(...(await violations(page, { runOnly: ["color-contrast"] })));
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return troubles;
}

/** What is animated, or scrolls smoothly. */
function animated(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        if (!element.checkVisibility()) return false;
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return (
          animationName !== "none" || transitionDuration !== "0s" || scrollBehavior === "smooth"
        );
      })
      .map((element) => `animated: ${element.outerHTML.slice(0, 100)}`),
  );
}

// One walk through the states for all checks: to enter the states takes longer than to check them.
describe.each(["en", "ar"])("in %s, in every state", (language) => {
  test.each(pages)(
    "axe finds nothing wrong on the %s in any color scheme, nothing is animated, and all text can be read however readers change it",
    async (_, address) => {
      const found = await checkEachState(address(language), async (page) => [
        ...(await axeTroubles(page)),
        ...(await animated(page)),
        ...(await withReadersStyles(page, layoutTroubles)),
      ]);
      expect(found).toEqual({});
    },
  );
});

describe.each(["es", "vi"])("in %s, in every state, all text can be read", (language) => {
  test.each(pages)("on the %s, however readers change it", async (_, address) => {
    const found = await checkEachState(address(language), (page) =>
      withReadersStyles(page, layoutTroubles),
    );
    expect(found).toEqual({});
  });
});

test("text that is cut off or overlaps and buttons that are too small would be found", async () => {
  const context = await browser().newContext({ baseURL: url, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`/embed/${film}?lang=en`);
  await page.setViewportSize({ width: 640, height: 720 });
  await page.locator("[aria-controls=settings-panel]").click();
  expect(await layoutTroubles(page)).toEqual([]);
  await page.addStyleTag({
    content: `.controls .time { margin-inline-start: -60px }
      #settings-panel [data-action=copy] { width: 30px; height: 20px; min-height: 0; white-space: nowrap }
      #settings-panel [data-action=help] { margin-inline-start: -60px }`,
  });
  const found = (await layoutTroubles(page)).map((trouble) => trouble.split(":")[0]);
  expect(new Set(found)).toEqual(new Set(["small", "outside", "cut off", "on top of each other"]));
  await context.close();
});

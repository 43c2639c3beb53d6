import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { contrastIn, violations } from "../support/axe.ts";
import { layoutTroubles, withReadersStyles } from "../support/layout.ts";
import { longestWait } from "../support/longest-wait.ts";
import { film, url, useBrowser } from "../support/visit.ts";
import { playerStates } from "./player-states.ts";

const browser = useBrowser();
const pages = [
  ["film's page", (language: string) => `/${language}/watch/${film}`],
  ["embed", (language: string) => `/embed/${film}?lang=${language}`],
] as const;

/** Looks at a player in its present state, in the parts of its page that these selectors name; returns the problems. */
type Check = (page: Page, within: readonly string[]) => Promise<string[]>;

/** Brings a player of a phone's width into each of its states, and checks it there; returns the problems by state. */
async function checkEachState(
  address: string,
  checks: readonly Check[],
): Promise<Record<string, string[]>> {
  const viewport = { width: 360, height: 720 };
  const context = await browser().newContext({ baseURL: url, bypassCSP: true, viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  await page.goto(address);
  const found: Record<string, string[]> = {};
  for (const [index, { name, watchPageOnly = false, enter }] of playerStates.entries()) {
    if (watchPageOnly && address.startsWith("/embed")) continue;
    await enter(page);
    // The other parts of the page are the same in every state.
    const within = index === 0 ? ["html"] : ["[data-player]", ":has(> .transcript)"];
    const troubles: string[] = [];
    for (const check of checks) troubles.push(...(await check(page, within)));
    if (troubles.length > 0) found[name] = troubles;
    const isOpen = (await page.locator("dialog[open]").count()) > 0;
    if (isOpen) await page.keyboard.press("Escape");
  }
  await context.close();
  return found;
}

const axeTroubles: Check = (page, within) => violations(page, {}, within);

const otherColors: Check = async (page, within) => [
  ...(await contrastIn(page, { colorScheme: "dark" }, within)),
  ...(await contrastIn(page, { colorScheme: "dark", forcedColors: "active" }, within)),
];

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

const readable: Check = (page) => withReadersStyles(page, layoutTroubles);

const everyCheck = [axeTroubles, otherColors, animated, readable];
const every =
  "axe finds nothing wrong in any color scheme, nothing is animated, and all text can be read however readers change it";

// One walk through the states for all checks: to enter the states takes longer than to check them.
describe.each([
  ["en", every, everyCheck],
  ["ar", every, everyCheck],
  ["es", "all text can be read however readers change it", [readable]],
  ["vi", "all text can be read however readers change it", [readable]],
] as const)("in %s, in every state, %s", (language, _, checks) => {
  test.each(pages)("on the %s", async (__, address) => {
    expect(await checkEachState(address(language), checks)).toEqual({});
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

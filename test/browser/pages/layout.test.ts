import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findLayoutErrors, horizontalOverflow } from "../support/layout.ts";
import { pages } from "../support/pages.ts";
import { startStallingLine } from "../support/slow-line.ts";
import { smallTargets, unreachableScrollers } from "../support/targets.ts";
import { url, useBrowser, usePage, visit } from "../support/visit.ts";

const browser = useBrowser();
const allPages = Object.entries(pages);
const phone = { width: 360, height: 740 };
const laptop = { width: 1280, height: 800 };

/** Loads everything anew at each address, as at a first visit. */
async function withoutCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
}

/** Adds up all layout shifts from the start of each page load (Layout Instability API). */
async function addShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { shifts: number };
    counted.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        counted.shifts += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** How much has moved since the page began to load, at its end and on the way there. */
async function countShifts(page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  // Scroll through the page, so that lazy images load.
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  });
  await page.waitForLoadState("networkidle");
  await drawn(page);
  return page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

/** When the next frame is drawn: what moved is reported with it. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

describe.each([phone, laptop])(
  "nothing moves while it loads, at $width px, on the page:",
  (viewport) => {
    const page = usePage({ viewport }, async (opened) => {
      await withoutCache(opened);
      await addShifts(opened);
    });
    test.each(allPages)("%s", async (_, path) => {
      await page().goto(path("en"), { waitUntil: "load" });
      expect(await countShifts(page())).toBe(0);
    });
  },
);

test.each([phone, laptop])(
  "nothing moves on a stalling connection, at $width px: the player's controls lie over the film",
  async (viewport) => {
    const line = await startStallingLine(url, "<aside");
    const { page } = await visit(browser(), { viewport, baseURL: line.url }, [line.url]);
    await addShifts(page);
    const going = page.goto(pages.watch("es"), { waitUntil: "load" });
    // The content below the film is visible before the script that adds the controls has arrived.
    await page.locator("h1").waitFor();
    expect(await page.locator(".controls").count()).toBe(0);
    await drawn(page);
    line.resume();
    await going;
    expect(await page.locator(".controls").isVisible()).toBe(true);
    expect(await countShifts(page)).toBe(0);
    await page.context().close();
    await line.close();
  },
);

test("the header stays where it is when a page's content comes after it", async () => {
  const line = await startStallingLine(url, "<main");
  const { page } = await visit(browser(), { viewport: laptop, baseURL: line.url }, [line.url]);
  await addShifts(page);
  for (const path of [pages.watch("ar"), pages.library("en")]) {
    const going = page.goto(path, { waitUntil: "load" });
    await page.locator("header .brand").waitFor();
    expect(await page.locator("main").count(), path).toBe(0);
    await drawn(page);
    line.resume();
    await going;
    expect(await countShifts(page), path).toBe(0);
  }
  await page.context().close();
  await line.close();
});

test.each([phone, laptop])(
  "nothing moves when the transcript's toolbar appears, at $width px",
  async (viewport) => {
    const { page } = await visit(browser(), { viewport });
    await addShifts(page);
    let release = () => {};
    let released = Promise.resolve();
    await page.route("**/player/*.js", async (route) => {
      await released;
      await route.continue();
    });
    for (const language of ["en", "es", "vi", "ar"]) {
      released = new Promise((resolve) => {
        release = resolve;
      });
      await page.goto(`${pages.watch(language)}#transcript`, { waitUntil: "commit" });
      await page.locator(".controls").waitFor();
      expect(await page.locator("[name=find]").count()).toBe(0);
      release();
      await page.locator("[name=find]").waitFor();
      expect(await countShifts(page), language).toBe(0);
    }
    await page.context().close();
  },
);

test("a layout shift is counted", async () => {
  const { page } = await visit(browser(), { viewport: phone });
  await addShifts(page);
  await page.goto(pages.library("en"));
  await page.evaluate(async () => {
    const late = document.createElement("p");
    late.textContent = "Late";
    await new Promise((done) => setTimeout(done, 600));
    document.querySelector("main")?.prepend(late);
  });
  expect(await countShifts(page)).toBeGreaterThan(0);
  await page.context().close();
});

describe("without its film, a page weighs 35 kB at the most, in three requests beside its pictures:", () => {
  const sent: Promise<number>[] = [];
  const answered: string[] = [];
  const opened = usePage({ viewport: phone }, async (page) => {
    await withoutCache(page);
    page.on("response", (response) => {
      if (["image", "media"].includes(response.request().resourceType())) return;
      answered.push(response.url());
      sent.push(response.body().then((body) => gzipSync(body).length));
    });
  });
  test.each(allPages)("%s", async (name, path) => {
    const page = opened();
    // What the page before has begun to load is over.
    await page.goto("about:blank");
    sent.length = 0;
    answered.length = 0;
    await page.goto(path("vi"), { waitUntil: "networkidle" });
    // What the player needs on first use, where there is one.
    const button = ".controls [aria-expanded]";
    if (await page.evaluate((control) => document.querySelector(control) !== null, button)) {
      await page.locator(button).first().click();
      const isSent = () => answered.some((address) => address.endsWith("/player/vi.js"));
      await expect.poll(isSent).toBe(true);
    }
    const weights = await Promise.all(sent);
    expect(weights.length).toBeLessThanOrEqual(3);
    expect(weights.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(
      // The words of a second language come on top (docs/performance.md).
      name === "watch, two languages" ? 36_000 : 35_000,
    );
  });
});

describe.each([phone, laptop])(
  "text at twice its size breaks nothing (WCAG 1.4.4), at $width px:",
  (viewport) => {
    const tab = usePage({ viewport }, async (page) => {
      // The font size of the browser's settings, which applies to all sites.
      const session = await page.context().newCDPSession(page);
      await session.send("Page.enable");
      await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    });
    test.each(allPages)("%s", async (_, path) => {
      const page = tab();
      await page.goto(path("es"));
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
        "32px",
      );
      // The skip link is off screen until it has the focus.
      const skipLink = () =>
        page.evaluate(() => document.querySelector(".skip-link")?.getBoundingClientRect().toJSON());
      expect((await skipLink())?.bottom).toBeLessThanOrEqual(0);
      await page.keyboard.press("Tab");
      expect((await skipLink())?.top).toBeGreaterThan(0);
      expect(await horizontalOverflow(page)).toBe(0);
      expect(await findLayoutErrors(page)).toEqual([]);
    });
  },
);

test("small targets too close to each other, and a box that scrolls beyond the keyboard, are found", async () => {
  const { page } = await visit(browser(), { viewport: phone, bypassCSP: true });
  await page.goto(pages.about("en"));
  await page.locator("main").evaluate((main) => {
    main.insertAdjacentHTML(
      "beforeend",
      `<style>main button { width: 20px; height: 20px; padding: 0; border: 0; margin: 0 }</style>
      <div style="display: flex"><button>A</button><button>B</button></div>
      <p style="margin: 50px 0"><button>C</button></p>
      <p>In a line of text <a href="#d">a link</a> or <a href="#e">two</a> may be low.</p>
      <div class="box" style="overflow: auto; height: 2em"><p>A</p><p>B</p><p>C</p></div>`,
    );
  });
  const small = (await smallTargets(page)).map((target) => target.split(":")[0]);
  expect(small).toEqual(["button “A”", "button “B”"]);
  expect(await unreachableScrollers(page)).toEqual(["div.box"]);
  await page.context().close();
});

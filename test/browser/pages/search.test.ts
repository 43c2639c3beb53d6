import { expect, test } from "vitest";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

test("search finds a phrase in a film by keyboard and without JavaScript, and the result links to it", async () => {
  const { page, leave } = await visit(browser(), { javaScriptEnabled: false });
  await page.goto("/en/");
  for (let stops = 0; stops < 10; stops += 1) {
    await page.keyboard.press("Tab");
    if ((await page.locator("input[name=q]:focus").count()) === 1) break;
  }
  await page.keyboard.type("“came to work together");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}/en/search?q=*`);
  const passage = page.locator(`.passages a[href*="/watch/${film}"]`).first();
  expect(await passage.locator("mark").textContent()).toBe("came to work together");
  await passage.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => address.pathname === `/en/watch/${film}`);
  expect(Number(new URL(page.url()).searchParams.get("t"))).toBeGreaterThan(5);
  expect(await page.locator("[data-transcript] mark").first().isVisible()).toBe(true);
  await leave();
});

// The headless shell of the tests doesn't support text fragments; a complete Chromium scrolls there and marks it.
test("a document's passage links to text that is on its page, after the prefix in the text fragment", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 360, height: 500 } });
  await page.goto("/vi/search?q=truc+xuat");
  const passage = page.locator(".passages a").nth(1);
  const [, directive = ""] = (await passage.getAttribute("href"))?.split("#:~:text=") ?? [];
  const [before = "", after = ""] = (directive.split("&")[0] ?? "")
    .split("-,")
    .map(decodeURIComponent);
  expect([before, after]).toEqual(["giữ;", "trục"]);
  await passage.click();
  await page.waitForURL((address) => address.pathname.startsWith("/vi/read/"));
  const text = ((await page.locator(".prose").textContent()) ?? "").replace(/\s+/g, " ");
  expect(text).toContain(`${before} ${after}`);
  await leave();
});

test.each([320, 360, 768])("no query causes horizontal scrolling at %d pixels", async (width) => {
  const { page, leave } = await visit(browser(), { viewport: { width, height: 700 } });
  const longWord = "Donaudampfschifffahrtsgesellschaft".repeat(5);
  for (const path of [
    "/en/",
    "/ar/search",
    "/ar/search?q=deportation",
    `/es/search?q=${longWord}`,
  ]) {
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
  await leave();
});

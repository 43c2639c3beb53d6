import { expect, test } from "vitest";
import { playFrom, waitForFilm } from "../support/film.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

test("words are found in the transcript without their tone marks, one after another", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/vi/watch/${film}`);
  const field = page.getByRole("searchbox", { name: "Tìm trong bản chép lời" });
  await field.fill("he thong");
  const marks = page.locator(".transcript mark");
  const words = await marks.allTextContents();
  expect(words.length).toBeGreaterThan(1);
  expect(new Set(words.map((word) => word.toLowerCase()))).toEqual(new Set(["hệ thống"]));
  await field.press("Enter");
  await page.getByText(`1 trên ${words.length}`).waitFor();
  await page.getByRole("button", { name: "Sau", exact: true }).click();
  await page.getByText(`2 trên ${words.length}`).waitFor();
  expect(await marks.nth(1).getAttribute("data-here")).toBe("");
  await page.getByRole("button", { name: "Trước" }).click();
  await page.getByText(`1 trên ${words.length}`).waitFor();
  await field.fill("xyz");
  await page.getByText("Không tìm thấy").waitFor();
  expect(await marks.count()).toBe(0);
  await leave();
});

test("who comes from a search finds its words marked, and can go through them", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}?q=system`);
  const count = await page.locator(".transcript mark").count();
  expect(count).toBeGreaterThan(0);
  // By role: the invisible field that keeps the room until the script comes has none.
  const field = page.getByRole("searchbox", { name: "Find in the transcript" });
  expect(await field.inputValue()).toBe("system");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  expect(await page.locator(".transcript mark").first().getAttribute("data-here")).toBe("");
  await leave();
});

test("in the embed the transcript scrolls with the film, until that is turned off", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 700 } });
  await page.goto(`/embed/${film}?lang=en&transcript=1`);
  const top = () => page.locator(".transcript").evaluate((element) => element.scrollTop);
  const follow = page.getByLabel("Follow the film");
  // Nothing is asked for until somebody turns to the transcript.
  expect(await follow.count()).toBe(0);
  await page.locator(".transcript").hover();
  await follow.waitFor();
  expect(await follow.isChecked()).toBe(true);
  await playFrom(page, 45);
  await expect.poll(top).toBeGreaterThan(50);
  await follow.uncheck();
  await page.locator(".transcript").evaluate((element) => element.scrollTo(0, 0));
  await playFrom(page, 30);
  await waitForFilm(page, ({ time }) => time > 30.5);
  await page.locator(".transcript [aria-current]").first().waitFor();
  expect(await top()).toBe(0);
  await leave();
});

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { EpisodeRecord } from "../../../src/records/schema/record.ts";
import { drawnCaptions } from "../support/drawn.ts";
import { pauseAt, showCaptions } from "../support/film.ts";
import { type Library, openLibrary } from "../support/library.ts";
import { longestWait } from "../support/longest-wait.ts";
import { publishVariant } from "../support/variant.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const embed = `/embed/${film}?lang=en`;
let library: Library;

const longTitle =
  "What the people who were there remember of the long night in which the city council met, argued, adjourned, met again and at last decided to close the detention centre";

/** Without a poster, and with a title of several lines. */
const withoutPoster = ({ poster: _, series: __, episode: ___, ...record }: EpisodeRecord) => ({
  ...record,
  slug: "long-title",
  name: { en: longTitle },
});

beforeAll(async () => {
  library = await openLibrary();
  await publishVariant(library, film, withoutPoster);
  await publishVariant(library, film, (record) => ({
    ...withoutPoster(record),
    slug: "long-title-of-sound",
    video: [],
  }));
});
afterAll(() => library.stop());

/** The edges of the first element that is shown, in CSS pixels of the window. */
const edgesOf = (page: Page, selector: string) =>
  page
    .locator(`${selector}:visible`)
    .first()
    .evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    });

test("the play button doesn't stand on the title of a film without a poster, however long it is and large text is", async () => {
  const { page } = await visit(browser(), { baseURL: library.url, bypassCSP: true }, [library.url]);
  for (const slug of ["long-title", "long-title-of-sound"]) {
    await page.goto(`/embed/${slug}?lang=en`);
    for (const fontSize of ["100%", "200%"]) {
      await page.addStyleTag({ content: `html { font-size: ${fontSize} !important }` });
      for (const [width, height] of [
        [280, 158],
        [360, 203],
        [480, 270],
        [640, 360],
        [1280, 720],
      ] as const) {
        const zoom = Number.parseInt(fontSize, 10) / 100;
        await page.setViewportSize({ width: width * zoom, height: height * zoom });
        const title = await edgesOf(page, ".drawn-poster span");
        const button = await edgesOf(page, "[data-action=play]");
        // The letters don't reach the edges of their line.
        expect(title.bottom - button.top, `${slug} ${fontSize} ${width} px`).toBeLessThan(4 * zoom);
      }
    }
  }
  await page.context().close();
});

test("without script the drawn card is seen behind the browser's own controls", async () => {
  const { page, leave } = await visit(
    browser(),
    { baseURL: library.url, javaScriptEnabled: false },
    [library.url],
  );
  await page.goto("/embed/long-title-of-sound?lang=en");
  const title = await edgesOf(page, ".drawn-poster span");
  const clip = {
    x: title.left,
    y: title.top,
    width: title.right - title.left,
    height: title.bottom - title.top,
  };
  // On a busy machine Chromium may have no picture yet, and says so.
  const takePicture = () => vi.waitFor(() => page.screenshot({ clip }), { timeout: longestWait });
  const withTitle = await takePicture();
  await page.locator(".drawn-poster span").evaluate((span) => span.remove());
  expect(withTitle.equals(await takePicture())).toBe(false);
  await leave();
});

test("the time and the chapter under the pointer can be read from the film's beginning to its end", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(embed);
  await page.locator(".bar [data-action=play]").focus();
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  for (const width of [280, 640]) {
    await page.setViewportSize({ width, height: 360 });
    const line = await edgesOf(page, "[name=time]");
    for (const [x, text] of [
      [line.left + 1, "0:00 · About this demonstration"],
      [line.right - 1, "0:55 · What you can do"],
    ] as const) {
      await page.mouse.move(x, (line.top + line.bottom) / 2);
      await page.locator(".hint").getByText(text).waitFor();
      const hint = await edgesOf(page, ".hint");
      expect(hint.left, `${text}, ${width} px`).toBeGreaterThanOrEqual(line.left - 1);
      expect(hint.right, `${text}, ${width} px`).toBeLessThanOrEqual(line.right + 1);
    }
  }
  await leave();
});

test("a film that can't be played says so inside its frame at each width; it closes an open panel, which can be opened in its place", async () => {
  const { page } = await visit(browser());
  await page.route(/\.(mp4|webm)/, (route) => route.fulfill({ status: 404 }));
  for (const width of [280, 360, 640]) {
    await page.setViewportSize({ width, height: Math.round((width * 9) / 16) });
    await page.goto(embed);
    await page.locator("[aria-controls=settings-panel]").click();
    await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
    await page.locator("#settings-panel [name=speed]").focus();
    await page.locator("video").evaluate((video) => {
      (video as HTMLVideoElement).play().catch(() => undefined);
    });
    const alert = page.getByRole("alert");
    await alert.getByText("The film can't be played").waitFor();
    expect(await page.locator("#settings-panel").isVisible()).toBe(false);
    expect(await page.locator("[aria-controls=settings-panel]:focus").count()).toBe(1);
    const film = await edgesOf(page, ".film");
    const message = await edgesOf(page, ".playback-error strong");
    expect(message.top, `${width} px`).toBeGreaterThanOrEqual(film.top);
    // Its last button is reached by keyboard.
    const last = alert.getByRole("button").last();
    await last.focus();
    const { top, bottom } = await edgesOf(page, ".playback-error button:focus");
    expect(top, `${width} px`).toBeGreaterThanOrEqual(film.top);
    expect(bottom, `${width} px`).toBeLessThanOrEqual((await edgesOf(page, ".bar")).top + 20);
    await page.locator("[aria-controls=settings-panel]").click();
    const panel = await edgesOf(page, "#settings-panel");
    expect(panel.bottom - panel.top, `${width} px`).toBeGreaterThan(100);
    expect(await alert.isVisible()).toBe(false);
  }
  await page.context().close();
});

test("captions in two languages are in a window that is no higher than the film", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 180 } });
  await page.goto(embed);
  await page.locator(".bar [data-action=play]").focus();
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  await pauseAt(page, 29);
  await showCaptions(page, "en");
  await page.locator("[name=second-captions]").evaluate((element) => {
    (element as HTMLSelectElement).value = "es";
    element.dispatchEvent(new Event("change"));
  });
  await expect.poll(async () => (await drawnCaptions(page)).length).toBe(2);
  for (const { text, top, bottom } of await drawnCaptions(page)) {
    expect(top, text).toBeGreaterThanOrEqual(0);
    expect(bottom, text).toBeLessThanOrEqual(180);
  }
  await leave();
});

test("a mouse can mute a film as narrow as a portrait one, in one row of buttons; a narrow embed's code is as wide as its dialog", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 600 } });
  await page.goto(`/en/watch/${film}`);
  await page.getByRole("button", { name: "Mute" }).click();
  expect(await page.locator("video").evaluate((video) => (video as HTMLVideoElement).muted)).toBe(
    true,
  );
  const tops = await page
    .locator(".bar button:visible:not([data-action=play])")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Embed" }).click();
  const code = await edgesOf(page, ".embed-dialog textarea");
  const dialog = await edgesOf(page, ".embed-dialog");
  expect(code.right - code.left).toBeGreaterThan((dialog.right - dialog.left) * 0.8);
  await leave();
});

/** Runs in the page: the width of each line of the captions that are shown, in pixels. */
function captionLineWidths(): number[] {
  const text = document.querySelector(".captions p > span");
  if (text === null) return [];
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = new Map<number, number>();
  for (const { top, width } of range.getClientRects()) {
    lines.set(top, (lines.get(top) ?? 0) + width);
  }
  return [...lines.values()];
}

test("a line of captions that a small film can't hold is broken in its middle, not before its last word", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 280, height: 158 } });
  await page.goto(`/embed/${film}?lang=vi`);
  await pauseAt(page, 25);
  let widths: number[] = [];
  // The lazy script draws the captions again.
  await expect
    .poll(async () => {
      widths = await page.evaluate(captionLineWidths);
      return widths.length;
    })
    .toBeGreaterThan(2);
  expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
  await leave();
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pressPlay, slowDown, stateOf, waitForFilm } from "../support/film.ts";
import { film, url, useVisit } from "../support/visit.ts";

const visited = useVisit({ javaScriptEnabled: false });

test("the watch page without JavaScript has the film, its captions and its transcript", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  const video = page.locator("video[controls]");
  expect(await video.isVisible()).toBe(true);
  const tracks = await page
    .locator("video track")
    .evaluateAll((all) =>
      all.map((track) => [track.getAttribute("srclang"), track.hasAttribute("default")]),
    );
  expect(tracks).toEqual([
    ["en", true],
    ["es", false],
    ["vi", false],
  ]);
  expect(await transcriptText(page)).toContain(
    "The series asks how the immigration system and the criminal legal system came to work together.",
  );

  await pressPlay(page);
  await waitForFilm(page, ({ time, width, words }) => time > 0 && width > 0 && words.length > 0);
});

/** The transcript's text with normalized white space. */
async function transcriptText(page: Page): Promise<string> {
  const text = await page.locator("[data-transcript]").textContent();
  return (text ?? "").replace(/\s+/g, " ");
}

test("moments without JavaScript are links that open the page there", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await page.locator("[data-transcript] a.moment").getByText("0:16").click();
  await page.waitForURL(`${url}/en/watch/${film}?t=16`);
  await slowDown(page);
  await pressPlay(page);
  const playing = await waitForFilm(page, ({ time, width }) => width > 0 && time > 16);
  expect(playing.time).toBeLessThan(17);
});

test("the language links work without JavaScript", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await page.locator(".languages").getByRole("link", { name: "Tiếng Việt" }).click();
  await page.waitForURL(`${url}/vi/watch/${film}`);
  expect(await page.locator("html").getAttribute("lang")).toBe("vi");
  expect((await stateOf(page)).showing).toEqual(["vi"]);
  expect(await transcriptText(page)).toContain("Đây là bản minh họa.");
});

test("on a phone the library's filters open without JavaScript, and those that are chosen stand beside their link", async () => {
  const { page } = visited();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/en/library?in=es");
  const filters = page.getByRole("navigation", { name: "Filter the list" });
  const opener = page.locator(".open-filters");
  expect(await filters.isVisible()).toBe(false);
  expect((await opener.textContent())?.trim()).toMatch(/^Filter the list\s*español$/);
  await opener.getByRole("link").click();
  await filters.getByRole("link", { name: "Documents" }).click();
  await page.waitForURL(`${url}/en/library?kind=Document&in=es`);
  expect(await filters.isVisible()).toBe(false);
  expect((await opener.textContent())?.trim()).toMatch(/^Filter the list\s*Documents\s*español$/);
});

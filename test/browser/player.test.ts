import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pause, play, playFrom, stateOf, waitForFilm } from "./film.ts";
import { film, url, useBrowser, visit } from "./visit.ts";

const browser = useBrowser();
const address = `/en/watch/${film}`;

async function watch(path = address) {
  const visited = await visit(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  await visited.page.goto(path);
  const bar = visited.page.getByRole("group", { name: "Player" });
  return { ...visited, bar };
}

describe("captions in two languages", () => {
  test("stand one above the other, the original first, and change with the film", async () => {
    const { page, bar, leave } = await watch(`/es/watch/${film}`);
    const group = page.getByRole("group", { name: "Reproductor" });
    await group.getByRole("button", { name: "Subtítulos" }).click();
    await group.getByRole("combobox", { name: "Subtítulos" }).selectOption("vi");
    await group.getByLabel("Segundo idioma").selectOption("en");
    await playFrom(page, 28.5);
    const lines = page.locator(".lines p");
    await page.locator(".lines").getByText("hệ thống giam giữ di trú").waitFor();
    expect(await lines.evaluateAll((all) => all.map((line) => line.getAttribute("lang")))).toEqual([
      "en",
      "vi",
    ]);
    expect(await lines.first().textContent()).toContain("And it asks how the largest");
    expect((await stateOf(page)).showing).toEqual([]);
    await page.locator(".lines").getByText("in the world was made.").waitFor();
    expect(await bar.count()).toBe(0);
    await leave();
  });

  test("are the browser's own again once one is enough", async () => {
    const { page, bar, leave } = await watch();
    await bar.getByRole("button", { name: "Captions" }).click();
    await bar.getByLabel("Second language").selectOption("vi");
    expect((await stateOf(page)).showing).toEqual([]);
    await bar.getByLabel("Second language").selectOption("");
    expect((await stateOf(page)).showing).toEqual(["en"]);
    expect(await page.locator(".lines p").count()).toBe(0);
    await leave();
  });

  test("are chosen in their own names, and the button says which", async () => {
    const { bar, leave } = await watch();
    const button = bar.getByRole("button", { name: "Captions" });
    expect(await button.textContent()).toBe("Captions English");
    await button.click();
    const choices = bar.getByRole("combobox", { name: "Captions" }).locator("option");
    expect(await choices.allTextContents()).toEqual(["Off", "English", "español", "Tiếng Việt"]);
    await bar.getByRole("combobox", { name: "Captions" }).selectOption("es");
    expect(await button.textContent()).toBe("Captions español");
    await leave();
  });
});

test("the browser's own captions menu and ours say the same", async () => {
  const { page, bar, leave } = await watch();
  await page.locator("video").evaluate((element) => {
    for (const track of (element as HTMLVideoElement).textTracks) {
      track.mode = track.language === "vi" ? "showing" : "disabled";
    }
  });
  await bar.getByRole("button", { name: "Captions Tiếng Việt" }).waitFor();
  await leave();
});

test("a chapter's name plays it from there, and the one that plays is marked", async () => {
  const { page, bar, leave } = await watch();
  await bar.getByRole("button", { name: "Chapters" }).click();
  await bar.getByRole("link", { name: "The question" }).click();
  await waitForFilm(page, ({ time, paused }) => time > 15.2 && !paused);
  expect(await bar.locator("[aria-current=true]").textContent()).toContain("The question");
  await leave();
});

test("a click on the time line seeks", async () => {
  const { page, bar, leave } = await watch();
  await play(page);
  await waitForFilm(page, ({ width }) => width > 0);
  const { width = 0 } = (await bar.locator(".line").boundingBox()) ?? {};
  await bar.locator(".line").click({ position: { x: width / 2, y: 12 } });
  const { time } = await waitForFilm(page, (now) => now.time > 25);
  expect(time).toBeLessThan(31);
  await leave();
});

test("the film plays as fast as is chosen", async () => {
  const { page, bar, leave } = await watch();
  await bar.getByRole("button", { name: "Playback" }).click();
  await bar.getByLabel("Speed").selectOption("1.5");
  await bar.getByRole("button", { name: "Playback 1.5×" }).waitFor();
  const rate = () => page.locator("video").evaluate((v) => (v as HTMLVideoElement).playbackRate);
  expect(await rate()).toBe(1.5);
  await leave();
});

test("the sound alone plays on from the same place, and only its bytes are fetched then", async () => {
  const { page, bar, requests, leave } = await watch();
  await playFrom(page, 20);
  await waitForFilm(page, ({ time }) => time > 20.2);
  await bar.getByRole("button", { name: "Playback" }).click();
  await bar.getByLabel("Version").selectOption({ index: 1 });
  const { time } = await waitForFilm(page, (now) => now.time > 20.3 && now.width === 0);
  expect(time).toBeLessThan(24);
  expect(requests.at(-1)).toMatch(/\.m4a$/);
  await leave();
});

test("the copied link leads to the moment that is shown", async () => {
  const { page, bar, leave } = await watch();
  await playFrom(page, 15);
  await waitForFilm(page, ({ time }) => time > 15.1);
  await pause(page);
  await bar.getByRole("button", { name: "Copy link" }).click();
  await bar.getByText("Link copied. It starts at 0:15.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^${url}${address}\\?t=15\\.\\d$`));
  await leave();
});

test("a part that the address asks for is repeated while that is wanted", async () => {
  const { page, bar, leave } = await watch(`${address}#t=37,38`);
  await bar.getByRole("button", { name: "Playback" }).click();
  await bar.getByLabel("Repeat this part").check();
  await play(page);
  await waitForFilm(page, ({ time }) => time > 37.7);
  await waitForFilm(page, ({ time, paused }) => time < 37.5 && !paused);
  await bar.getByLabel("Repeat this part").uncheck();
  await waitForFilm(page, ({ time }) => time > 38.2);
  await leave();
});

test("without a part in the address nothing offers to repeat one", async () => {
  const { bar, leave } = await watch();
  await bar.getByRole("button", { name: "Playback" }).click();
  expect(await bar.getByLabel("Repeat this part").isVisible()).toBe(false);
  await leave();
});

test("one panel is open at a time, and Escape leads back to its button", async () => {
  const { page, bar, leave } = await watch();
  await bar.getByRole("button", { name: "Captions" }).click();
  await bar.getByRole("button", { name: "Playback" }).click();
  expect(await bar.locator(".panel:visible").count()).toBe(1);
  await bar.getByLabel("Speed").focus();
  await page.keyboard.press("Escape");
  expect(await bar.locator(".panel:visible").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Playback");
  await leave();
});

describe("every button of the bar is large enough to hit", () => {
  test.each([320, 1280])("at %i px", async (width) => {
    const { page, leave } = await visit(browser(), { viewport: { width, height: 800 } });
    await page.goto(`/embed/${film}?lang=vi`);
    for (const opener of await page.locator(".controls [aria-controls]").all()) {
      await opener.click();
      expect(await smallTargets(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await leave();
  });
});

/** WCAG 2.2, 2.5.8: 24 by 24 CSS pixels. */
function smallTargets(page: Page): Promise<string[]> {
  return page.locator(".controls :is(button, select, a, label):visible").evaluateAll((all) =>
    all
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((element) => element.outerHTML),
  );
}

test("without JavaScript there is no button that does nothing", async () => {
  for (const path of [address, `/embed/${film}?lang=en`]) {
    const { page, leave } = await visit(browser(), { javaScriptEnabled: false });
    await page.goto(path);
    const player = page.locator("[data-player]");
    expect(await player.getByRole("button").count()).toBe(0);
    expect(await player.locator("select:visible, input:visible").count()).toBe(0);
    await leave();
  }
});

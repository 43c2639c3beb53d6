import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { playFrom, stateOf, waitForFilm } from "../support/film.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

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

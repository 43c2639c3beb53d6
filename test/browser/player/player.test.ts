import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { playFrom, slowDown, stateOf, waitForFilm } from "../support/film.ts";
import { film, useBrowser, useVisit, visit } from "../support/visit.ts";

const browser = useBrowser();
const visited = useVisit({ permissions: ["clipboard-read", "clipboard-write"] });
const address = `/en/watch/${film}`;

async function openPlayer(path = address) {
  const { page, requests } = visited();
  await page.goto(path);
  return { page, requests, controls: page.getByRole("group", { name: "Player" }) };
}

describe("captions in two languages", () => {
  test("are shown one above the other, the original first, and change with the film", async () => {
    const { page, controls } = await openPlayer(`/es/watch/${film}`);
    const group = page.getByRole("group", { name: "Reproductor" });
    await group.getByRole("button", { name: "Subtítulos" }).click();
    await group.getByRole("combobox", { name: "Subtítulos" }).selectOption("vi");
    await group.getByLabel("Segundo idioma").selectOption("en");
    await slowDown(page);
    await playFrom(page, 28.5);
    const lines = page.locator(".captions p");
    await page.locator(".captions").getByText("hệ thống giam giữ di trú").waitFor();
    expect(await lines.evaluateAll((all) => all.map((line) => line.getAttribute("lang")))).toEqual([
      "en",
      "vi",
    ]);
    expect(await lines.first().textContent()).toContain("And it asks how the largest");
    expect((await stateOf(page)).showing).toEqual(["en", "vi"]);
    await playFrom(page, 32);
    await page.locator(".captions").getByText("in the world was made.").waitFor();
    expect(await controls.count()).toBe(0);
  });

  test("have their languages' own names, and the button shows the current ones", async () => {
    const { controls } = await openPlayer();
    const button = controls.getByRole("button", { name: "Captions" });
    expect(await button.textContent()).toBe("Captions English");
    await button.click();
    const choices = controls.getByRole("combobox", { name: "Captions" }).locator("option");
    expect(await choices.allTextContents()).toEqual(["Off", "English", "español", "Tiếng Việt"]);
    await controls.getByRole("combobox", { name: "Captions" }).selectOption("es");
    expect(await button.textContent()).toBe("Captions español");
  });
});

test("audio only continues from the same time, and downloads only the audio file", async () => {
  const { page, controls, requests } = await openPlayer();
  await playFrom(page, 20);
  await waitForFilm(page, ({ time }) => time > 20.2);
  await slowDown(page);
  await controls.getByRole("button", { name: "Settings" }).click();
  await controls.getByLabel("Version").selectOption({ index: 1 });
  const { time } = await waitForFilm(page, (now) => now.time > 20.3 && now.width === 0);
  expect(time).toBeLessThan(24);
  expect(requests.at(-1)).toMatch(/\.m4a$/);
});

test("“Repeat this part” is hidden if the address has no part", async () => {
  const { controls } = await openPlayer();
  await controls.getByRole("button", { name: "Settings" }).click();
  // The player's second script hides it, which may come after the panel is open.
  await controls.getByLabel("Repeat this part").waitFor({ state: "hidden" });
});

test("one panel is open at a time, and Escape returns the focus to its button", async () => {
  const { page, controls } = await openPlayer();
  await controls.getByRole("button", { name: "Captions" }).click();
  await controls.getByRole("button", { name: "Settings" }).click();
  expect(await controls.locator(".panel:visible").count()).toBe(1);
  await controls.getByLabel("Speed").focus();
  await page.keyboard.press("Escape");
  expect(await controls.locator(".panel:visible").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Settings");
});

describe("every target in the controls is large enough", () => {
  test.each([320, 1280])("at %i px", async (width) => {
    const { page, leave } = await visit(browser(), { viewport: { width, height: 800 } });
    await page.goto(`/embed/${film}?lang=vi`);
    for (const opener of await page.locator(".controls [aria-controls]").all()) {
      await opener.click();
      // The second script, which a click loads, hides it and brings the rest of the style.
      await page.locator(".checkbox[hidden] [name=repeat]").waitFor({ state: "attached" });
      expect(await smallTargets(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await leave();
  });
});

/** Targets smaller than 24 by 24 CSS pixels (WCAG 2.2, 2.5.8), asked at once: the lazy style hides some. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".controls :is(button, select, a, label)")]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return element.checkVisibility() && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML),
  );
}

test("without JavaScript there are no buttons without effect", async () => {
  for (const path of [address, `/embed/${film}?lang=en`]) {
    const { page, leave } = await visit(browser(), { javaScriptEnabled: false });
    await page.goto(path);
    const player = page.locator("[data-player]");
    expect(await player.getByRole("button").count()).toBe(0);
    expect(await player.locator("select:visible, input:visible").count()).toBe(0);
    await leave();
  }
});

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { play, stateOf, waitForFilm } from "../support/film.ts";
import { film, useVisit } from "../support/visit.ts";

const visited = useVisit();

/** Opens the film, plays it, and focuses a button of its controls. */
async function playFilm(): Promise<Page> {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await play(page);
  await waitForFilm(page, ({ width }) => width > 0);
  await page.getByRole("button", { name: "Captions" }).focus();
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  return page;
}

function readVideo(page: Page) {
  return page.locator("video").evaluate((element) => {
    const { muted, playbackRate, volume, currentTime } = element as HTMLVideoElement;
    return { muted, playbackRate, volume, currentTime };
  });
}

describe("with the focus in the player", () => {
  test("k plays and pauses", async () => {
    const page = await playFilm();
    await page.keyboard.press("k");
    await waitForFilm(page, ({ paused }) => paused);
    await page.keyboard.press("k");
    await waitForFilm(page, ({ paused }) => !paused);
  });

  test("digits, j and l, and the arrows seek", async () => {
    const page = await playFilm();
    await page.keyboard.press("k");
    await page.keyboard.press("5");
    expect((await readVideo(page)).currentTime).toBeCloseTo(27.9, 0);
    await page.keyboard.press("l");
    await page.keyboard.press("ArrowRight");
    expect((await readVideo(page)).currentTime).toBeCloseTo(37.9, 0);
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowLeft");
    expect((await readVideo(page)).currentTime).toBeCloseTo(27.9, 0);
  });

  test("m mutes, up and down change the volume, < and > the speed", async () => {
    const page = await playFilm();
    for (const key of ["m", "ArrowDown", "ArrowDown", ">", ">", "<"]) {
      await page.keyboard.press(key);
    }
    const { muted, volume, playbackRate } = await readVideo(page);
    expect({ muted, playbackRate }).toEqual({ muted: true, playbackRate: 1.25 });
    expect(volume).toBeCloseTo(0.8);
  });

  test("c turns the captions off and on again", async () => {
    const page = await playFilm();
    await page.keyboard.press("c");
    expect((await stateOf(page)).showing).toEqual([]);
    await page.keyboard.press("c");
    expect((await stateOf(page)).showing).toEqual(["en"]);
  });

  test("f enters and leaves full screen", async () => {
    const page = await playFilm();
    const fullScreenElement = () => page.evaluate(() => document.fullscreenElement?.nodeName);
    await page.keyboard.press("f");
    await expect.poll(fullScreenElement).toBe("DIV");
    await page.keyboard.press("f");
    await expect.poll(fullScreenElement).toBeUndefined();
  });

  test("keys with Control and keys in a select aren't shortcuts", async () => {
    const page = await playFilm();
    await page.keyboard.press("Control+m");
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel("Speed").focus();
    await page.keyboard.press("m");
    expect((await readVideo(page)).muted).toBe(false);
  });
});

test("? opens the help, whose checkbox turns all shortcuts off", async () => {
  const page = await playFilm();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.waitFor();
  await help.getByLabel("Use keyboard shortcuts").uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  expect(await help.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Captions");
  await page.keyboard.press("m");
  await page.keyboard.press("?");
  expect((await readVideo(page)).muted).toBe(false);
  expect(await help.isVisible()).toBe(false);

  // The choice is saved on this device.
  await page.reload();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  expect(await help.getByLabel("Use keyboard shortcuts").isChecked()).toBe(false);
  await help.getByLabel("Use keyboard shortcuts").check();
  await help.getByRole("button", { name: "Close" }).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("outside the player there are no shortcuts", async () => {
  const page = await playFilm();
  await page.getByRole("link", { name: "Library" }).first().focus();
  await page.keyboard.press("m");
  expect((await readVideo(page)).muted).toBe(false);
});

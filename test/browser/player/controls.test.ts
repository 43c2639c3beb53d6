import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pauseAt, stateOf, waitForFilm } from "../support/film.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const embed = `/embed/${film}?lang=en`;

const isBarShown = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector(".bar");
    return bar !== null && getComputedStyle(bar).opacity === "1";
  });

/** The parts of the player that reach out of the film, by their selectors. */
function outsideFilm(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const film = document.querySelector(".film")?.getBoundingClientRect();
    if (film === undefined) return ["there is no film"];
    return [".bar", ".bar button", ".timeline", ".panel"].filter((selector) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility())
        .map((element) => element.getBoundingClientRect())
        .some(
          ({ left, right, top, bottom }) =>
            left < film.left - 1 ||
            right > film.right + 1 ||
            top < film.top - 1 ||
            bottom > film.bottom + 1,
        ),
    );
  });
}

/** How many rows of a panel can be read without scrolling. */
const rowsInSight = (page: Page) =>
  page.locator(".panel:not([hidden])").evaluate((panel) => {
    const { top, bottom } = panel.getBoundingClientRect();
    return [...panel.querySelectorAll(".field, .checkbox, button, li, p")].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.height > 0 && box.top >= top && box.bottom <= bottom;
    }).length;
  });

test("every control and every open panel is inside the film at each width, with four rows in sight, and the page isn't wider", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(embed);
  await page.locator(".bar [data-action=play]").focus();
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  for (const width of [280, 360, 640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const opener of await page.locator("[aria-controls]").all()) {
      await opener.click();
      expect(await outsideFilm(page), `${width} px`).toEqual([]);
      // The film has three chapters.
      const rows = (await opener.getAttribute("aria-controls")) === "chapters-panel" ? 3 : 4;
      expect(await rowsInSight(page), `${width} px`).toBeGreaterThanOrEqual(rows);
      await opener.click();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await leave();
});

test("a film of any shape is within the window, with its controls", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}`);
  for (const [width, height] of [
    [360, 640],
    [500, 500],
    [1280, 400],
  ]) {
    await page.locator("video").evaluate(
      (video, size) => {
        Object.assign(video, { poster: "", width: size[0], height: size[1] });
      },
      [width, height],
    );
    for (const window of [360, 1280]) {
      await page.setViewportSize({ width: window, height: 740 });
      const box = await page.locator(".film").boundingBox();
      expect(box?.height, `${width} × ${height} in ${window}`).toBeLessThanOrEqual(740);
      expect(await outsideFilm(page)).toEqual([]);
    }
  }
  await leave();
});

describe("the bar", () => {
  test("hides while the film plays, comes with the pointer and the keyboard, and stays while a panel is open", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(embed);
    expect(await isBarShown(page)).toBe(true);
    await page.getByRole("button", { name: "Play" }).click();
    await page.mouse.move(0, 600);
    await expect.poll(() => isBarShown(page)).toBe(false);
    await page.mouse.move(100, 100);
    await expect.poll(() => isBarShown(page)).toBe(true);
    // Whoever tabs into hidden controls sees them again.
    await page.mouse.move(0, 600);
    await expect.poll(() => isBarShown(page)).toBe(false);
    await page.keyboard.press("Tab");
    await expect.poll(() => isBarShown(page)).toBe(true);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor();
    await leave();
  });

  test("is shown and hidden by a touch, and two touches on a side skip ten seconds", async () => {
    const { page, leave } = await visit(browser(), { hasTouch: true, isMobile: true });
    await page.goto(embed);
    const box = (await page.locator("video").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const side = [box.x + box.width * 0.9, box.y + box.height * 0.3] as const;
    await page.touchscreen.tap(...side);
    await waitForFilm(page, ({ paused, width }) => !paused && width > 0);
    await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
    const { time: before } = await stateOf(page);
    const shownBefore = await isBarShown(page);
    await page.touchscreen.tap(...side);
    await page.touchscreen.tap(...side);
    await waitForFilm(page, ({ time, paused }) => time > before + 9 && !paused);
    // The first of the two has shown or hidden the bar, as one touch does; the second hasn't.
    await expect.poll(() => isBarShown(page)).toBe(!shownBefore);
    // A finger that leaves a button of the playing film hides nothing, or its click would miss the button.
    const isShownAfterTap = await page.locator(".film").evaluate((frame) => {
      for (const type of ["pointerdown", "pointermove", "pointerup", "pointerleave"]) {
        frame.dispatchEvent(new PointerEvent(type, { pointerType: "touch" }));
      }
      return frame.hasAttribute("data-controls-shown");
    });
    expect(isShownAfterTap).toBe(true);
    for (const button of await page.locator(".bar button:visible").all()) {
      const size = await button.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await leave();
  });
});

describe("a touch on the film", () => {
  test("shows the hidden bar when the touch before was on a button", async () => {
    const { page, leave } = await visit(browser(), { hasTouch: true, isMobile: true });
    await page.goto(embed);
    await page.getByRole("button", { name: "Play" }).tap();
    await waitForFilm(page, ({ paused, width }) => !paused && width > 0);
    await expect.poll(() => isBarShown(page)).toBe(false);
    const box = await page.locator("video").boundingBox();
    await page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 40);
    await expect.poll(() => isBarShown(page)).toBe(true);
    await leave();
  });
});

describe("the keyboard", () => {
  test("works with letters and digits of any script, by the places of the keys", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(embed);
    await page.locator(".bar [data-action=play]").focus();
    await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
    await pauseAt(page, 1);
    const press = (key: string, code: string) =>
      page
        .locator(".film")
        .evaluate(
          (frame, init) =>
            frame.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true })),
          { key, code },
        );
    await press("ל", "KeyK");
    await waitForFilm(page, ({ paused }) => !paused);
    await press("л", "KeyK");
    await waitForFilm(page, ({ paused }) => paused);
    await press("۵", "Digit5");
    expect((await stateOf(page)).time).toBeCloseTo(27.9, 0);
    // Where a Latin letter is typed, the letter counts: this is K on a Dvorak keyboard.
    await press("k", "KeyV");
    await waitForFilm(page, ({ paused }) => !paused);
    await leave();
  });

  test("on the time line goes five seconds, and to the beginning and the end, and says where it is", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(embed);
    await pauseAt(page, 20);
    const slider = page.getByRole("slider", { name: "Time" });
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("0:20 of 0:55");
    await slider.focus();
    // Until the lazy script is there, an arrow key goes a hundredth of the film, as on any slider.
    await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
    await page.keyboard.press("ArrowRight");
    await waitForFilm(page, ({ time }) => Math.abs(time - 25) < 0.5);
    await page.locator(".hint").getByText("0:25 · The question").waitFor();
    await page.keyboard.press("Home");
    await waitForFilm(page, ({ time }) => time === 0);
    await leave();
  });
});

test("a recording without a length of its own has the record's: time line, digits and links to its end work", async () => {
  const { page } = await visit(browser(), {
    bypassCSP: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(`${embed}&transcript=1`);
  // A real recording of a browser, whose WebM has no length.
  const duration = await page.locator("video").evaluate(async (element) => {
    const video = element as HTMLVideoElement;
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.fillRect(0, 0, 10, 10);
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" });
    const chunks: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
    // In chunks the length isn't known when the header is written.
    recorder.start(100);
    for (let frame = 0; frame < 20; frame += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      canvas.getContext("2d")?.clearRect(0, 0, frame, frame);
    }
    recorder.stop();
    await stopped;
    const loaded = new Promise((resolve) => video.addEventListener("loadedmetadata", resolve));
    video.src = URL.createObjectURL(new Blob(chunks, { type: "video/webm" }));
    video.load();
    await loaded;
    return String(video.duration);
  });
  expect(duration).toBe("Infinity");
  const slider = page.getByRole("slider", { name: "Time" });
  expect(Number(await slider.getAttribute("max"))).toBeCloseTo(55.8, 0);
  await page.locator("summary").hover();
  await page
    .locator("[data-start]")
    .last()
    .evaluate((segment) => getSelection()?.selectAllChildren(segment));
  await page.getByRole("button", { name: "Link to this clip" }).click();
  await page.locator(".selection-menu [role=status]:not(:empty)").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\?t=[\d.]+,55\.\d$/);
  await page.locator(".bar [data-action=play]").focus();
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  await page.keyboard.press("0");
  expect((await stateOf(page)).time).toBe(0);
  await page.context().close();
});

test("a message over the film goes by itself", async () => {
  const { page, leave } = await visit(browser());
  await page.clock.install();
  await page.goto(embed);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Copy link" }).click();
  const message = page.locator(".controls .status");
  await message.getByText("Link copied. It starts at 0:00.").waitFor();
  await page.clock.fastForward(10_000);
  await expect.poll(() => message.textContent()).toBe("");
  await leave();
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type DrawnCaption, drawnCaptions } from "../support/drawn.ts";
import { pauseAt } from "../support/film.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
}

/** The box of the picture, which in full screen is smaller than its frame. */
async function pictureOf(page: Page, ratio = 16 / 9): Promise<Box> {
  const frame = await boxOf(page, ".film");
  const width = Math.min(frame.width, frame.height * ratio);
  const height = width / ratio;
  const left = frame.left + (frame.width - width) / 2;
  const top = frame.top + (frame.height - height) / 2;
  return { left, top, width, height, right: left + width, bottom: top + height };
}

function boxOf(page: Page, selector: string): Promise<Box> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
    return { top, bottom, left, right, width, height };
  });
}

async function choose(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await page.locator("#captions-panel").evaluate((panel, chosen) => {
    for (const [name, value] of Object.entries(chosen)) {
      const select = panel.querySelector<HTMLSelectElement>(`[name=${name}]`);
      if (select === null) throw new Error(`There is no field ${name}.`);
      select.value = value;
      select.dispatchEvent(new Event("change"));
    }
  }, values);
}

/** Waits until a resized player has been drawn: a frame for the layout, one for what observes it. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function replaceEnglish(page: Page, body: string): Promise<void> {
  const headers = { "content-type": "text/vtt", "access-control-allow-origin": "*" };
  await page.route("**/captions/*/en.vtt", (route) => route.fulfill({ body, headers }));
}

/** Waits for the lazily loaded script, whose fields are in the panel then. */
async function refined(page: Page): Promise<void> {
  await page.locator("[name=caption-position]").waitFor({ state: "attached" });
}

/** What is wrong with the place and size of captions, for a film's box. */
function troublesOf(captions: readonly DrawnCaption[], picture: Box, size: string): string[] {
  const troubles: string[] = [];
  const minSize = picture.width >= 480 ? 16 : 14;
  for (const [index, caption] of captions.entries()) {
    const share = caption.fontSize / picture.height;
    if (size === "0" && caption.fontSize < minSize) troubles.push(`${caption.fontSize}px is small`);
    if (size === "0" && picture.width > 900 && (share < 0.035 || share > 0.045)) {
      troubles.push(`${share} of the height`);
    }
    if (caption.left < picture.left || caption.right > picture.right) troubles.push("too wide");
    const [top, bottom] = caption.isBeneath
      ? [picture.bottom, Number.POSITIVE_INFINITY]
      : [picture.top, picture.bottom];
    if (caption.top < top || caption.bottom > bottom) troubles.push("out of its place");
    const above = captions[index - 1];
    if (above && above.bottom > caption.top + 0.5) troubles.push("on top of each other");
  }
  return troubles;
}

test("captions are large enough and within the picture or beneath it, at every width and size, above the controls while these are shown", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/embed/${film}?lang=en&beside=vi`);
  await pauseAt(page, 28.6);
  await refined(page);
  const lastBottom = async () => (await drawnCaptions(page)).at(-1)?.bottom ?? 0;
  await expect.poll(lastBottom).toBeGreaterThan(0);
  const aboveControls = await lastBottom();
  const toggleControls = () =>
    page.locator(".film").evaluate((frame) => frame.toggleAttribute("data-controls-shown"));
  await toggleControls();
  await expect.poll(lastBottom).toBeGreaterThan(aboveControls + 30);
  await toggleControls();
  await expect.poll(lastBottom).toBe(aboveControls);
  await page.locator(".film").evaluate((frame) => {
    document.addEventListener("keydown", () => frame.requestFullscreen(), { once: true });
  });
  const found: Record<string, string[]> = {};
  const beneath: string[] = [];
  const check = async (name: string) => {
    for (const size of ["0", "2"]) {
      for (const second of ["", "vi"]) {
        await choose(page, { "caption-size": size, "second-captions": second });
        await nextFrame(page);
        const captions = await drawnCaptions(page);
        const wanted = second === "" ? ["en"] : ["en", "vi"];
        expect(captions.map(({ language }) => language)).toEqual(wanted);
        const troubles = troublesOf(captions, await pictureOf(page), size);
        const state = `${name}, size ${size}, ${wanted.join(" + ")}`;
        if (troubles.length > 0) found[state] = troubles;
        if (captions.some(({ isBeneath }) => isBeneath)) beneath.push(state);
      }
    }
  };
  for (const width of [280, 360, 480, 640, 1280]) {
    // High enough for captions beneath the film.
    await page.setViewportSize({ width, height: 900 });
    await check(`${width} px`);
  }
  await page.keyboard.press("Shift");
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await check("full screen");
  expect(found).toEqual({});
  expect(beneath).toEqual([
    "280 px, size 0, en + vi",
    "280 px, size 2, en + vi",
    "360 px, size 0, en + vi",
    "360 px, size 2, en + vi",
    "480 px, size 2, en + vi",
    "640 px, size 2, en + vi",
  ]);
  await leave();
});

test("captions in two languages can be read on a phone, upright and on its side, beside the transcript", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}?captions=en&beside=vi`);
  await refined(page);
  await choose(page, { captions: "en", "second-captions": "vi" });
  await pauseAt(page, 28.6);
  for (const [width, height] of [
    [360, 640],
    [320, 480],
    [740, 360],
    [667, 375],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.locator(".film").scrollIntoViewIfNeeded();
    const at = `${width} × ${height}`;
    const read = async () => troublesOf(await drawnCaptions(page), await pictureOf(page), "0");
    await expect.poll(read, { message: at }).toEqual([]);
    expect((await drawnCaptions(page)).length, at).toBe(2);
  }
  await leave();
});

test("captions beneath the film have their space before they are shown, and nothing moves", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 360, height: 720 } });
  await page.goto(`/embed/${film}?lang=en&beside=vi`);
  await refined(page);
  const heightOf = async () => (await boxOf(page, "[data-player]")).height;
  const reserved = await heightOf();
  expect((await boxOf(page, ".captions-beneath")).height).toBeGreaterThan(80);
  for (const time of [0.1, 5, 20, 28.6, 33]) {
    await pauseAt(page, time);
    expect(await heightOf()).toBe(reserved);
  }
  await choose(page, { "second-captions": "" });
  expect(await heightOf()).toBeLessThan(reserved);
  await leave();
});

test("captions of an upright film stand in its picture, not beside it", async () => {
  const { page } = await visit(browser(), { bypassCSP: true });
  await replaceEnglish(
    page,
    "WEBVTT\n\n00:00.000 --> 01:40.000\nA caption as long as two lines of it are",
  );
  await page.goto(`/embed/${film}?lang=en`);
  await page.locator("video").evaluate(async (element) => {
    const video = element as HTMLVideoElement;
    const canvas = Object.assign(document.createElement("canvas"), { width: 90, height: 160 });
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" });
    const recorded = new Promise<Blob>((resolve) =>
      recorder.addEventListener("dataavailable", ({ data }) => resolve(data)),
    );
    recorder.start();
    for (let frame = 0; frame < 10; frame += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      canvas.getContext("2d")?.fillRect(0, 0, frame, frame);
    }
    recorder.stop();
    video.src = URL.createObjectURL(await recorded);
    await video.play();
  });
  await refined(page);
  await expect.poll(() => drawnCaptions(page)).toHaveLength(1);
  const picture = await pictureOf(page, 9 / 16);
  expect(picture.width).toBeLessThan(500);
  expect(troublesOf(await drawnCaptions(page), picture, "0")).toEqual([]);
  await page.context().close();
});

/** Cues with every kind of place. */
const placed = `WEBVTT

00:00:01.000 --> 00:00:20.000 line:0 position:10% align:start
At the top

00:00:01.000 --> 00:00:20.000 line:50% position:80% align:center
In the middle

00:00:01.000 --> 00:00:10.000
<v Ana>First <i>of</i> two</v>
at <b>once</b>

00:00:02.000 --> 00:00:20.000
مرحبا بكم

00:00:02.000 --> 00:00:20.000 line:-1
<ruby>漢<rt>kan</rt></ruby>

00:00:03.000 --> 00:00:20.000 line:99% size:10% vertical:rl
Vertical

00:00:03.000 --> 00:00:20.000 line:-3
Three lines up`;

test("cues are drawn at their own places, none over another, with their tags, lines and directions", async () => {
  const { page, leave } = await visit(browser(), { viewport: { width: 960, height: 700 } });
  await replaceEnglish(page, placed);
  await page.goto(`/embed/${film}?lang=en`);
  await pauseAt(page, 5);
  await refined(page);
  await expect.poll(async () => (await drawnCaptions(page)).length).toBe(7);
  const captions = await drawnCaptions(page);
  const picture = await pictureOf(page);
  expect(troublesOf(captions, picture, "0")).toEqual([]);
  const [atTop, inMiddle, raised, first, arabic] = captions;
  if (!atTop || !inMiddle || !raised || !first || !arabic) throw new Error("Captions are missing.");
  expect(atTop.text).toBe("At the top");
  expect(atTop.bottom).toBeLessThan(picture.top + picture.height / 4);
  expect(atTop.right).toBeLessThan(picture.left + picture.width / 2);
  expect(inMiddle.left).toBeGreaterThan(picture.left + picture.width / 2);
  expect(inMiddle.top).toBeGreaterThan(picture.top + picture.height / 3);
  expect(raised.text).toBe("Three lines up");
  expect(first.text).toBe("First of two\nat once");
  expect(first.bottom - first.top).toBeGreaterThan(2 * first.fontSize);
  expect(first.top).toBeGreaterThan(inMiddle.top);
  expect(arabic).toMatchObject({ text: "مرحبا بكم", direction: "rtl" });
  const tags = page.locator(".captions :is(i, b, ruby, rt)");
  expect(await tags.evaluateAll((all) => all.map(({ localName }) => localName))).toEqual([
    "i",
    "b",
    "ruby",
    "rt",
  ]);
  // The end is exclusive.
  await pauseAt(page, 10);
  await expect.poll(async () => (await drawnCaptions(page)).length).toBe(6);
  await page.setViewportSize({ width: 280, height: 700 });
  // Captions are drawn anew in another window: an element of the drawing before has no size.
  const readingSize = () =>
    page
      .locator(".captions rt")
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  await expect.poll(readingSize).toBeGreaterThanOrEqual(10);
  // The largest type still leaves nothing outside of the picture.
  await choose(page, { "caption-size": "2" });
  await nextFrame(page);
  expect(troublesOf(await drawnCaptions(page), await pictureOf(page), "2")).toEqual([]);
  await leave();
});

test("the look of captions is stored only if the viewer says so, and then used again", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/embed/${film}?lang=en`);
  await pauseAt(page, 28.6);
  await refined(page);
  const stored = () => page.evaluate(() => Object.entries(localStorage));
  await choose(page, { "caption-size": "-1", "caption-text": "#ffff00" });
  expect(await stored()).toEqual([]);
  const setKept = (isKept: boolean) =>
    page.locator("[name=keep-captions]").evaluate((element, value) => {
      (element as HTMLInputElement).checked = value;
      element.dispatchEvent(new Event("change"));
    }, isKept);
  await setKept(true);
  await choose(page, { "caption-position": "top" });
  await page.reload();
  await pauseAt(page, 28.6);
  await refined(page);
  await expect
    .poll(async () => (await drawnCaptions(page)).map(({ color }) => color))
    .toEqual(["rgb(255, 255, 0)"]);
  const [caption] = await drawnCaptions(page);
  expect(caption?.bottom).toBeLessThan((await pictureOf(page)).height / 2);
  expect(await page.locator("[name=caption-size]").inputValue()).toBe("-1");
  await setKept(false);
  expect(await stored()).toEqual([]);
  await leave();
});

test("the system shows the captions where it shows the video alone; otherwise we do, whatever it switches", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/embed/${film}?lang=en&beside=vi`);
  await pauseAt(page, 28.6);
  await refined(page);
  const video = page.locator("video");
  const modes = () =>
    video.evaluate((element) =>
      [...(element as HTMLVideoElement).textTracks].map(({ mode }) => mode),
    );
  const setModes = (...wanted: TextTrackMode[]) =>
    video.evaluate((element, list) => {
      for (const [index, track] of [...(element as HTMLVideoElement).textTracks].entries()) {
        track.mode = list[index] ?? "disabled";
      }
    }, wanted);
  const send = (type: string) =>
    video.evaluate((element, name) => element.dispatchEvent(new Event(name)), type);
  const current = page.locator("[aria-controls=captions-panel] .current");

  await setModes("disabled", "showing", "disabled");
  await expect.poll(modes).toEqual(["hidden", "disabled", "hidden"]);
  expect(await drawnCaptions(page)).toHaveLength(2);
  expect(await current.textContent()).toBe("English + Tiếng Việt");

  for (const [begin, end] of [
    ["webkitbeginfullscreen", "webkitendfullscreen"],
    ["enterpictureinpicture", "leavepictureinpicture"],
  ] as const) {
    await send(begin);
    expect(await modes()).toEqual(["showing", "disabled", "showing"]);
    expect(await drawnCaptions(page)).toEqual([]);
    await send(end);
    expect(await modes()).toEqual(["hidden", "disabled", "hidden"]);
    expect(await drawnCaptions(page)).toHaveLength(2);
  }

  await send("webkitbeginfullscreen");
  await setModes("disabled", "showing", "disabled");
  await expect.poll(() => current.textContent()).toBe("español");
  await send("webkitendfullscreen");
  expect(await modes()).toEqual(["disabled", "hidden", "disabled"]);
  await leave();
});

test("captions that can't be loaded aren't said to be on, and can be tried again", async () => {
  const { page, troubles } = await visit(browser());
  let isBroken = true;
  await page.route("**/captions/*/es.vtt", (route) =>
    isBroken ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await page.goto(`/embed/${film}?lang=en&captions=none`);
  await pauseAt(page, 28.6);
  await refined(page);
  const current = page.locator("[aria-controls=captions-panel] .current");
  await choose(page, { captions: "es" });
  await expect.poll(() => current.textContent()).toBe("Off");
  isBroken = false;
  await choose(page, { captions: "es" });
  await expect.poll(() => drawnCaptions(page)).toHaveLength(1);
  expect(await current.textContent()).toBe("español");
  expect(troubles.filter((trouble) => !trouble.includes("503"))).toEqual([]);
  await page.context().close();
});

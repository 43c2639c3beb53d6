import { expect } from "vitest";
import { type DrawnLine, drawnCaptions } from "../../support/drawn.ts";
import { pauseAt, stateOf } from "../../support/film.ts";
import type { Showing } from "../../support/places.ts";
import { type Feature, findControls, openPanel } from "./feature.ts";

/** A caption of each language, with its start and end in seconds. */
const spoken = [
  {
    language: "en",
    start: 28.377,
    end: 31.993,
    words: "And it asks how the largest\nimmigration detention system",
  },
  { language: "es", start: 51.478, end: 54.085, words: "¿Qué preguntaría usted primero?" },
  {
    language: "vi",
    start: 28.377,
    end: 34.046,
    words: "Và cũng hỏi: hệ thống giam giữ di trú\nlớn nhất thế giới đã ra đời như thế nào?",
  },
];

async function drawnTexts({ page, place }: Showing): Promise<string[]> {
  return (await drawnCaptions(page, place)).map(({ text }) => text);
}

/** Whether a line of captions is completely within the picture. */
async function isWithinPicture({ place }: Showing, line: DrawnLine): Promise<boolean> {
  const film = await place.locator("video").evaluate((video) => {
    const { left, right, top, bottom } = video.getBoundingClientRect();
    return { left, right, top, bottom };
  });
  return (
    line.left >= film.left &&
    line.right <= film.right &&
    line.top >= film.top &&
    line.bottom <= film.bottom
  );
}

/** The share of white pixels in a line's box, from 0 to 1. */
async function measureWhiteness(showing: Showing, { left, top, right, bottom }: DrawnLine) {
  const { page, place } = showing;
  const film = place.locator("video");
  const corner = await film.evaluate((video) => {
    const box = video.getBoundingClientRect();
    return { left: box.left, top: box.top };
  });
  const picture = (await film.screenshot()).toString("base64");
  const reader = await page.context().newPage();
  const area = { x: left - corner.left, y: top - corner.top, w: right - left, h: bottom - top };
  const share = await reader.evaluate(
    async ([png, { x, y, w, h }]) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      canvas?.drawImage(bitmap, 0, 0);
      const { data } = canvas?.getImageData(x, y, w, h) ?? { data: [] };
      let white = 0;
      for (let at = 0; at < data.length; at += 4) {
        if ((data[at] ?? 0) > 230 && (data[at + 1] ?? 0) > 230 && (data[at + 2] ?? 0) > 230) {
          white += 1;
        }
      }
      return white / (data.length / 4);
    },
    [picture, area] as const,
  );
  await reader.close();
  return share;
}

export const captionFeatures: Feature[] = [
  {
    name: "each language's captions are drawn over the picture, only at their time",
    check: async (showing) => {
      const { place } = showing;
      const controls = await openPanel(place, "Captions");
      for (const { language, start, end, words } of spoken) {
        await controls.getByRole("combobox", { name: "Captions" }).selectOption(language);
        await pauseAt(place, start + 0.1);
        await expect.poll(() => drawnTexts(showing)).toEqual([words]);
        const [line] = await drawnCaptions(showing.page, place);
        expect(line && (await isWithinPicture(showing, line))).toBe(true);
        await pauseAt(place, end - 0.1);
        expect(await drawnTexts(showing)).toEqual([words]);
        await pauseAt(place, end + 0.1);
        await expect.poll(() => drawnTexts(showing)).not.toContain(words);
      }
      await controls.getByRole("combobox", { name: "Captions" }).selectOption("");
      await expect.poll(() => drawnTexts(showing)).toEqual([]);
    },
  },
  {
    name: "captions in two languages are shown together, the original above its translation",
    check: async ({ place }) => {
      const controls = await openPanel(place, "Captions");
      await controls.getByRole("combobox", { name: "Captions" }).selectOption("vi");
      await controls.getByLabel("Second language").selectOption("en");
      await pauseAt(place, 28.6);
      const lines = place.locator(".caption-overlay p");
      await expect
        .poll(() => lines.allTextContents())
        .toEqual([spoken[0]?.words, spoken[2]?.words]);
      expect((await stateOf(place)).showing).toEqual([]);
      const boxes = await place.evaluate(() =>
        [...document.querySelectorAll("video, .caption-overlay p > span")].map((piece) => {
          const { top, bottom } = piece.getBoundingClientRect();
          return { top, bottom };
        }),
      );
      const [film, first, second] = boxes;
      if (!film || !first || !second) throw new Error("There aren't two lines on a film.");
      expect(film.top).toBeLessThan(first.top);
      expect(first.bottom).toBeLessThanOrEqual(second.top + 1);
      expect(second.bottom).toBeLessThan(film.bottom);
    },
  },
  {
    name: "captions have the chosen size and colors",
    check: async (showing) => {
      const { page, place } = showing;
      const controls = await openPanel(place, "Captions");
      await pauseAt(place, 28.6);
      await expect.poll(() => drawnTexts(showing)).toEqual([spoken[0]?.words]);
      const lineNow = async () => {
        const [line] = await drawnCaptions(page, place);
        if (line === undefined) throw new Error("No captions are drawn.");
        return line;
      };
      const before = await lineNow();
      const lineHeight = ({ top, bottom }: DrawnLine) => bottom - top;
      const [whiteOnBlack, blackOnWhite] = ["1", "3"];
      await controls.getByLabel("Colors").selectOption(whiteOnBlack);
      const whiteLetters = await measureWhiteness(showing, before);
      await controls.getByLabel("Colors").selectOption(blackOnWhite);
      await expect.poll(() => measureWhiteness(showing, before)).toBeGreaterThan(2 * whiteLetters);
      await controls.locator("#captions-panel").getByLabel("Size").selectOption("2");
      await expect
        .poll(async () => lineHeight(await lineNow()))
        .toBeGreaterThan(1.4 * lineHeight(before));
    },
  },
  {
    name: "the captions button shows the current languages",
    check: async ({ place }) => {
      const controls = await openPanel(place, "Captions");
      await controls.getByRole("combobox", { name: "Captions" }).selectOption("es");
      await controls.getByLabel("Second language").selectOption("vi");
      await findControls(place)
        .getByRole("button", { name: "Captions español + Tiếng Việt" })
        .waitFor();
    },
  },
];

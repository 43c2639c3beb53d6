import { expect } from "vitest";
import { type DrawnCaption, drawnCaptions } from "../../support/drawn.ts";
import { pauseAt } from "../../support/film.ts";
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

async function drawnTexts({ place }: Pick<Showing, "place">): Promise<string[]> {
  return (await drawnCaptions(place)).map(({ text }) => text);
}

/** Whether a line of captions is completely within the picture. */
async function isWithinPicture(
  { place }: Pick<Showing, "place">,
  line: DrawnCaption,
): Promise<boolean> {
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
        const [line] = await drawnCaptions(place);
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
      await expect.poll(() => drawnTexts({ place })).toEqual([spoken[0]?.words, spoken[2]?.words]);
      const [first, second] = await drawnCaptions(place);
      if (!first || !second) throw new Error("There aren't two captions on the film.");
      expect([first.language, second.language]).toEqual(["en", "vi"]);
      expect(first.bottom).toBeLessThanOrEqual(second.top);
      expect(first.color).not.toBe(second.color);
      if (!second.isBeneath) {
        expect(await isWithinPicture({ place }, first)).toBe(true);
        expect(await isWithinPicture({ place }, second)).toBe(true);
      }
    },
  },
  {
    name: "captions have the chosen size, colors and position, on a sample while nobody speaks",
    check: async ({ place }) => {
      const controls = await openPanel(place, "Captions");
      await pauseAt(place, 28.6);
      await expect.poll(() => drawnTexts({ place })).toEqual([spoken[0]?.words]);
      const captionNow = async () => {
        const [caption] = await drawnCaptions(place);
        if (caption === undefined) throw new Error("No captions are drawn.");
        return caption;
      };
      const before = await captionNow();
      await controls.locator("#captions-panel").getByLabel("Size").selectOption("Very large");
      await expect.poll(async () => (await captionNow()).fontSize).toBe(2 * before.fontSize);
      await controls.getByLabel("Text color").selectOption("Black");
      expect((await captionNow()).color).toBe("rgb(0, 0, 0)");
      expect(
        await controls.getByRole("combobox", { name: "Background", exact: true }).inputValue(),
      ).toBe("#ffffff");
      await controls.getByRole("combobox", { name: "Position" }).selectOption("Top");
      expect((await captionNow()).top).toBeLessThan(before.top - before.fontSize);
      await pauseAt(place, 0.1);
      await controls.getByRole("combobox", { name: "Position" }).focus();
      await expect.poll(() => drawnTexts({ place })).toEqual(["This is how captions look."]);
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

import { expect } from "vitest";
import { pauseAt, play, playFrom, slowDown, stateOf, waitForFilm } from "../../support/film.ts";
import { describedInText } from "../../support/full-library.ts";
import { type Feature, findControls, openPanel } from "./feature.ts";

export const playbackFeatures: Feature[] = [
  {
    name: "the player has the library's accent color",
    check: async ({ place }) => {
      const current = place.locator(".controls .current").first();
      const color = await current.evaluate((element) => getComputedStyle(element).color);
      expect(color).toBe("rgb(138, 184, 240)");
    },
  },
  {
    name: "a chapter's link plays it, and is marked while it plays",
    check: async ({ place }) => {
      const controls = await openPanel(place, "Chapters");
      await slowDown(place);
      await controls.getByRole("link", { name: "The question" }).click();
      const { time } = await waitForFilm(place, (now) => now.time > 15.2 && !now.paused);
      expect(time).toBeLessThan(16);
      await controls.locator("[aria-current=true]").getByText("The question").waitFor();
    },
  },
  {
    name: "the timeline shows the chapters' starts, and a click on it seeks",
    check: async ({ place }) => {
      await pauseAt(place, 1);
      const timeline = place.locator(".controls .timeline");
      const { width = 0 } = (await timeline.boundingBox()) ?? {};
      await timeline.locator("b").nth(2).waitFor({ state: "attached" });
      const starts = await timeline
        .locator("b")
        .evaluateAll((marks) => marks.map((mark) => Number.parseFloat(mark.style.left)));
      for (const [index, second] of [0, 15, 37].entries()) {
        expect(starts[index]).toBeCloseTo((100 * second) / 55.8, 0);
      }
      await timeline.click({ position: { x: width / 2, y: 12 } });
      await expect.poll(async () => Math.round((await stateOf(place)).time)).toBe(28);
    },
  },
  {
    name: "the film plays at the chosen speed",
    check: async ({ place }) => {
      const controls = await openPanel(place, "Settings");
      const rate = () =>
        place.locator("video").evaluate((video) => (video as HTMLVideoElement).playbackRate);
      for (const speed of [0.5, 2]) {
        await controls.getByLabel("Speed").selectOption(String(speed));
        expect(await rate()).toBe(speed);
        await controls.getByRole("button", { name: `Settings ${speed}×` }).waitFor();
      }
    },
  },
  {
    name: "audio only continues from the same time",
    check: async ({ place, requests }) => {
      await slowDown(place);
      await playFrom(place, 20);
      const controls = await openPanel(place, "Settings");
      const audioOption = controls.locator("[name=version] option[value$='.m4a']");
      await controls.getByLabel("Version").selectOption(await audioOption.textContent());
      const { time } = await waitForFilm(place, (now) => now.time > 20.3 && now.width === 0);
      expect(time).toBeLessThan(22);
      expect(requests.some((address) => address.endsWith(".m4a"))).toBe(true);
    },
  },
  {
    name: "the smaller file plays by default if the viewer saves data",
    changesPage: true,
    check: async ({ page, again }) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      });
      const place = await again();
      await play(place);
      expect((await waitForFilm(place, ({ width }) => width > 0)).width).toBe(160);
      const controls = await openPanel(place, "Settings");
      await controls.getByLabel("Version").selectOption("");
      await waitForFilm(place, ({ width }) => width === 640);
    },
  },
  {
    name: "the version with audio description continues from the same time",
    check: async ({ place }) => {
      await slowDown(place);
      await playFrom(place, 20);
      const controls = await openPanel(place, "Settings");
      const describedOption = controls.locator("[name=version] option", {
        hasText: "With audio description",
      });
      await controls.getByLabel("Version").selectOption(await describedOption.textContent());
      const source = () =>
        place.locator("video").evaluate((video) => (video as HTMLVideoElement).currentSrc);
      await expect.poll(source).toContain(await describedOption.getAttribute("value"));
      const { time } = await waitForFilm(place, (now) => now.time > 20.3 && now.width === 640);
      expect(time).toBeLessThan(22);
    },
  },
  {
    name: "descriptions are shown as text, or read aloud by speech synthesis",
    film: describedInText,
    changesPage: true,
    check: async ({ page, again }) => {
      await page.addInitScript(() => {
        // A test machine may have no voice, so record the texts passed to speech synthesis.
        const spoken: string[] = [];
        Object.assign(window, { spoken });
        speechSynthesis.speak = ({ text }) => spoken.push(text);
      });
      const place = await again();
      const controls = await openPanel(place, "Settings");
      const choice = controls.getByLabel("Descriptions");
      await choice.selectOption("text");
      await playFrom(place, 3);
      await place.locator(".description-overlay").getByText("A shelf of books.").waitFor();
      await choice.selectOption("voice");
      await place.locator("video").evaluate((video) => {
        (video as HTMLVideoElement).currentTime = 8;
      });
      const spoken = () => place.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
      await expect.poll(spoken).toContain("A golden book is taken out.");
      expect(await place.locator(".description-overlay").textContent()).toBe("");
    },
  },
  {
    name: "the part in the address repeats while “Repeat this part” is on",
    parameters: "&t=37,38",
    check: async ({ place }) => {
      const controls = await openPanel(place, "Settings");
      await controls.getByLabel("Repeat this part").check();
      await play(place);
      await waitForFilm(place, ({ time }) => time > 37.6);
      await waitForFilm(place, ({ time, paused }) => time < 37.5 && !paused);
      await controls.getByLabel("Repeat this part").uncheck();
      await waitForFilm(place, ({ time }) => time > 38.2);
    },
  },
  {
    name: "keyboard shortcuts work in the player, are explained, and can be turned off",
    check: async ({ page, place }) => {
      await openPanel(place, "Settings");
      const button = findControls(place).getByRole("button", { name: "Copy link" });
      await button.focus();
      const isMuted = () =>
        place.locator("video").evaluate((video) => (video as HTMLVideoElement).muted);
      await page.keyboard.press("m");
      expect(await isMuted()).toBe(true);
      await page.keyboard.press("k");
      await waitForFilm(place, ({ paused }) => !paused);
      await page.keyboard.press("?");
      const help = place.getByRole("dialog", { name: "Keyboard shortcuts" });
      await help.getByLabel("Use keyboard shortcuts").uncheck();
      await help.getByRole("button", { name: "Close" }).click();
      await button.focus();
      await page.keyboard.press("m");
      expect(await isMuted()).toBe(true);
      await findControls(place).getByRole("button", { name: "Keyboard shortcuts" }).click();
      await help.getByLabel("Use keyboard shortcuts").check();
      await help.getByRole("button", { name: "Close" }).click();
      await button.focus();
      await page.keyboard.press("m");
      expect(await isMuted()).toBe(false);
    },
  },
];

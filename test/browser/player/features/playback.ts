import { expect } from "vitest";
import { play, playFrom, stateOf, waitForFilm } from "../../support/film.ts";
import { describedInText } from "../../support/full-library.ts";
import { type Feature, findControls, openPanel, pauseAt } from "./feature.ts";

export const playbackFeatures: Feature[] = [
  {
    name: "the player wears the library's own colour",
    check: async ({ place }) => {
      const now = place.locator(".controls .now").first();
      const colour = await now.evaluate((element) => getComputedStyle(element).color);
      expect(colour).toBe("rgb(138, 184, 240)");
    },
  },
  {
    name: "a chapter's name plays it, and is marked while it plays",
    check: async ({ place }) => {
      const bar = await openPanel(place, "Chapters");
      await bar.getByRole("link", { name: "The question" }).click();
      const { time } = await waitForFilm(place, (now) => now.time > 15.2 && !now.paused);
      expect(time).toBeLessThan(25);
      await bar.locator("[aria-current=true]").getByText("The question").waitFor();
    },
  },
  {
    name: "the time line shows the chapters' starts, and a press on it seeks",
    check: async ({ place }) => {
      await pauseAt(place, 1);
      const line = place.locator(".controls .line");
      const { width = 0 } = (await line.boundingBox()) ?? {};
      const starts = await line
        .locator("b")
        .evaluateAll((all) => all.map((mark) => Number.parseFloat(mark.style.left)));
      for (const [index, second] of [0, 15, 37].entries()) {
        expect(starts[index]).toBeCloseTo((100 * second) / 55.8, 0);
      }
      await line.click({ position: { x: width / 2, y: 12 } });
      await expect.poll(async () => Math.round((await stateOf(place)).time)).toBe(28);
    },
  },
  {
    name: "the film plays as fast as is chosen",
    check: async ({ place }) => {
      const bar = await openPanel(place, "Playback");
      const rate = () =>
        place.locator("video").evaluate((video) => (video as HTMLVideoElement).playbackRate);
      for (const speed of [0.5, 2]) {
        await bar.getByLabel("Speed").selectOption(String(speed));
        expect(await rate()).toBe(speed);
        await bar.getByRole("button", { name: `Playback ${speed}×` }).waitFor();
      }
    },
  },
  {
    name: "the sound alone plays on from the same place",
    check: async ({ place, requests }) => {
      await playFrom(place, 20);
      const bar = await openPanel(place, "Playback");
      const sound = bar.locator("[name=version] option[value$='.m4a']");
      await bar.getByLabel("Version").selectOption(await sound.textContent());
      const { time } = await waitForFilm(place, (now) => now.time > 20.3 && now.width === 0);
      expect(time).toBeLessThan(28);
      expect(requests.some((address) => address.endsWith(".m4a"))).toBe(true);
    },
  },
  {
    name: "where the viewer saves data, the smaller film is what plays",
    check: async ({ page, again }) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      });
      const place = await again();
      await play(place);
      expect((await waitForFilm(place, ({ width }) => width > 0)).width).toBe(160);
      const bar = await openPanel(place, "Playback");
      await bar.getByLabel("Version").selectOption("");
      await waitForFilm(place, ({ width }) => width === 640);
    },
  },
  {
    name: "the mix with descriptions plays on from the same place",
    check: async ({ place }) => {
      await playFrom(place, 20);
      const bar = await openPanel(place, "Playback");
      const mix = bar.locator("[name=version] option", { hasText: "With audio description" });
      await bar.getByLabel("Version").selectOption(await mix.textContent());
      const source = () =>
        place.locator("video").evaluate((video) => (video as HTMLVideoElement).currentSrc);
      await expect.poll(source).toContain(await mix.getAttribute("value"));
      const { time } = await waitForFilm(place, (now) => now.time > 20.3 && now.width === 640);
      expect(time).toBeLessThan(28);
    },
  },
  {
    name: "descriptions are shown as text, or given to the device's voice",
    film: describedInText,
    check: async ({ page, again }) => {
      await page.addInitScript(() => {
        // A machine without a voice says nothing: what it is given to say is what counts.
        const spoken: string[] = [];
        Object.assign(window, { spoken });
        speechSynthesis.speak = ({ text }) => spoken.push(text);
      });
      const place = await again();
      const bar = await openPanel(place, "Playback");
      const choice = bar.getByLabel("Descriptions of the picture");
      await choice.selectOption("text");
      await playFrom(place, 3);
      await place.locator(".described").getByText("A shelf of books.").waitFor();
      await choice.selectOption("voice");
      await place.locator("video").evaluate((video) => {
        (video as HTMLVideoElement).currentTime = 8;
      });
      const spoken = () => place.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
      await expect.poll(spoken).toContain("A golden book is taken out.");
      expect(await place.locator(".described").textContent()).toBe("");
    },
  },
  {
    name: "a part that the address asks for is repeated while that is wanted",
    parameters: "&t=37,38",
    check: async ({ place }) => {
      const bar = await openPanel(place, "Playback");
      await bar.getByLabel("Repeat this part").check();
      await play(place);
      await waitForFilm(place, ({ time }) => time > 37.6);
      await waitForFilm(place, ({ time, paused }) => time < 37.5 && !paused);
      await bar.getByLabel("Repeat this part").uncheck();
      await waitForFilm(place, ({ time }) => time > 38.2);
    },
  },
  {
    name: "the keys work in the player, are explained, and can be turned off",
    check: async ({ page, place }) => {
      const button = findControls(place).getByRole("button", { name: "Copy link" });
      await button.focus();
      await place.locator("dialog.help").waitFor({ state: "attached" });
      const isMuted = () =>
        place.locator("video").evaluate((video) => (video as HTMLVideoElement).muted);
      await page.keyboard.press("m");
      expect(await isMuted()).toBe(true);
      await page.keyboard.press("k");
      await waitForFilm(place, ({ paused }) => !paused);
      await page.keyboard.press("?");
      const help = place.getByRole("dialog", { name: "Keyboard" });
      await help.getByLabel("Use these keys").uncheck();
      await help.getByRole("button", { name: "Close" }).click();
      await button.focus();
      await page.keyboard.press("m");
      expect(await isMuted()).toBe(true);
      await findControls(place).getByRole("button", { name: "Keyboard" }).click();
      await help.getByLabel("Use these keys").check();
      await help.getByRole("button", { name: "Close" }).click();
      await button.focus();
      await page.keyboard.press("m");
      expect(await isMuted()).toBe(false);
    },
  },
];

import { expect } from "vitest";
import { pause, playFrom, waitForFilm } from "../../support/film.ts";
import { described, describedInText } from "../../support/full-library.ts";
import { copiedText, type Feature, findControls, openPanel, pauseAt } from "./feature.ts";

/** What leads out of the film: to another window, another moment, another day, the next film. */
export const navigationFeatures: Feature[] = [
  {
    name: "the link at this moment is copied",
    check: async ({ page, place }) => {
      await pauseAt(place, 15.2);
      await findControls(place).getByRole("button", { name: "Copy link" }).click();
      await place.getByText("Link copied. It starts at 0:15.").waitFor();
      expect(await copiedText(page)).toMatch(new RegExp(`/en/watch/${described}\\?t=15\\.2$`));
    },
  },
  {
    name: "the film goes into a small window and comes back",
    check: async ({ place }) => {
      const bar = await openPanel(place, "Playback");
      const small = bar.getByRole("button", { name: "Small window" });
      await small.click();
      await bar.getByText("Start the film first.").waitFor();
      await playFrom(place, 5);
      const outside = () => place.evaluate(() => document.pictureInPictureElement?.nodeName);
      await small.click();
      await expect.poll(outside).toBe("VIDEO");
      await small.click();
      await expect.poll(outside).toBeUndefined();
    },
  },
  {
    name: "the film fills the screen where it may, and otherwise leads to its own page",
    check: async ({ page, place }) => {
      const bar = await openPanel(place, "Playback");
      const button = bar.getByRole("button", { name: "Full screen" });
      const link = bar.locator("#playback-panel").getByRole("link");
      if (await place.evaluate(() => document.fullscreenEnabled)) {
        await button.click();
        const full = () => place.evaluate(() => document.fullscreenElement?.nodeName);
        await expect.poll(full).toBe("VIDEO");
        await place.evaluate(() => document.exitFullscreen());
        expect(await link.count()).toBe(0);
        return;
      }
      expect(await button.count()).toBe(0);
      expect(await link.getAttribute("href")).toMatch(new RegExp(`/en/watch/${described}$`));
      await findControls(place).getByRole("button", { name: "Copy link" }).focus();
      await page.keyboard.press("f");
      await bar.getByText("Full screen isn't allowed here.").waitFor();
    },
  },
  {
    name: "the place is kept once that is asked for; where nothing can be kept it isn't offered",
    check: async ({ place, again }) => {
      const kept = () =>
        place.evaluate(() => {
          try {
            return localStorage.length;
          } catch {
            return undefined;
          }
        });
      await playFrom(place, 20);
      await waitForFilm(place, ({ time }) => time > 20.2);
      await pause(place);
      const bar = await openPanel(place, "Playback");
      const box = bar.getByLabel("Remember where I stopped");
      const before = await kept();
      expect(await box.count()).toBe(before === undefined ? 0 : 1);
      if (before === undefined) return;
      expect(before).toBe(0);
      await box.check();
      expect(await kept()).toBe(2);

      const later = await again();
      const laterBar = await openPanel(later, "Playback");
      await laterBar.getByText("Goes on at 0:20, where you stopped.").waitFor();
      await later.locator("video").evaluate((video) => (video as HTMLVideoElement).play());
      const { time } = await waitForFilm(later, (now) => now.width > 0 && !now.paused);
      expect(time).toBeGreaterThan(19);
      await laterBar.getByLabel("Remember where I stopped").uncheck();
    },
  },
  {
    name: "after the end the next episode is offered, and waits until it is pressed",
    check: async ({ place }) => {
      await playFrom(place, 55);
      const next = place.getByText("Next episode:").getByRole("link");
      await next.waitFor();
      expect(place.url()).toContain(described);
      await next.click();
      await place.waitForURL((address) => address.pathname.endsWith(describedInText));
      await place.locator(".controls").waitFor();
    },
  },
];

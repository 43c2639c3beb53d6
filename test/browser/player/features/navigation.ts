import { expect } from "vitest";
import { pause, pauseAt, playFrom, waitForFilm } from "../../support/film.ts";
import { described, describedInText } from "../../support/full-library.ts";
import { type Feature, findControls, openPanel, readClipboard } from "./feature.ts";

/** Ways to leave the film or return to it: links, windows, the saved position, the next episode. */
export const navigationFeatures: Feature[] = [
  {
    name: "the link to the current moment can be copied",
    check: async ({ page, place }) => {
      await pauseAt(place, 15.2);
      await openPanel(place, "Settings");
      await findControls(place).getByRole("button", { name: "Copy link" }).click();
      await place.getByText("Link copied. It starts at 0:15.").waitFor();
      expect(await readClipboard(page)).toMatch(new RegExp(`/en/watch/${described}\\?t=15\\.2$`));
    },
  },
  {
    name: "picture in picture can be opened and closed",
    check: async ({ place }) => {
      const controls = await openPanel(place, "Settings");
      const button = controls.getByRole("button", { name: "Picture in picture" });
      await button.click();
      await controls.getByText("Play the film first.").waitFor();
      await playFrom(place, 5);
      const pictureInPictureElement = () =>
        place.evaluate(() => document.pictureInPictureElement?.nodeName);
      await button.click();
      await expect.poll(pictureInPictureElement).toBe("VIDEO");
      await button.click();
      await expect.poll(pictureInPictureElement).toBeUndefined();
    },
  },
  {
    name: "the film can be shown in full screen, or on its own page if full screen isn't allowed",
    check: async ({ page, place }) => {
      const controls = await openPanel(place, "Settings");
      const button = controls.getByRole("button", { name: "Full screen" });
      const link = controls.locator("#settings-panel").getByRole("link");
      if (await place.evaluate(() => document.fullscreenEnabled)) {
        await button.click();
        const fullScreenElement = () => place.evaluate(() => document.fullscreenElement?.nodeName);
        await expect.poll(fullScreenElement).toBe("DIV");
        await place.evaluate(() => document.exitFullscreen());
        expect(await link.count()).toBe(0);
        return;
      }
      expect(await button.count()).toBe(0);
      expect(await link.getAttribute("href")).toMatch(new RegExp(`/en/watch/${described}$`));
      await findControls(place).getByRole("button", { name: "Copy link" }).focus();
      await page.keyboard.press("f");
      await controls.getByText("Full screen isn't allowed here.").waitFor();
    },
  },
  {
    name: "the position is saved once the viewer turns that on; the option is hidden if nothing can be saved",
    check: async ({ place, again }) => {
      const countStored = () =>
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
      const controls = await openPanel(place, "Settings");
      const checkbox = controls.getByLabel("Remember my position on this device");
      const before = await countStored();
      expect(await checkbox.count()).toBe(before === undefined ? 0 : 1);
      if (before === undefined) return;
      expect(before).toBe(0);
      await checkbox.check();
      expect(await countStored()).toBe(2);

      const reopened = await again();
      const reopenedControls = await openPanel(reopened, "Settings");
      await reopenedControls.getByText("Resumed at 0:20, where you stopped.").waitFor();
      await reopened.locator("video").evaluate((video) => (video as HTMLVideoElement).play());
      const { time } = await waitForFilm(reopened, (now) => now.width > 0 && !now.paused);
      expect(time).toBeGreaterThan(19);
      await reopenedControls.getByLabel("Remember my position on this device").uncheck();
    },
  },
  {
    name: "after the end there is a link to the next episode, which doesn't play by itself",
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

import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { playFrom, slowDown, waitForFilm } from "../../support/film.ts";
import { type Feature, readClipboard } from "./feature.ts";

const sentence = "A corridor of closed doors leads to a light.";

/** Moves the pointer to the transcript, and waits for its toolbar. */
async function openTranscriptTools(place: Page | Frame) {
  await place.locator(".transcript").hover();
  await place.locator(".toolbar").waitFor();
  return place.locator(".transcript");
}

export const transcriptFeatures: Feature[] = [
  {
    name: "the first tap on a sentence plays the film from there",
    check: async ({ place }) => {
      await slowDown(place);
      // As on a phone: no pointer moved over the transcript before, so its script isn't loaded yet.
      await place.locator(".transcript").evaluate((transcript, words) => {
        const walker = document.createTreeWalker(transcript, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (walker.nextNode()) {
          const text = walker.currentNode.textContent ?? "";
          // Captions may break a sentence into lines.
          const at = text.replaceAll("\n", " ").indexOf(words);
          if (at < 0) continue;
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + words.length);
        }
        range.startContainer.parentElement?.scrollIntoView({ block: "center" });
        const { left, top, height } = range.getClientRects()[0] ?? new DOMRect();
        const at = { bubbles: true, clientX: left + 5, clientY: top + height / 2 };
        document
          .elementFromPoint(at.clientX, at.clientY)
          ?.dispatchEvent(new MouseEvent("click", at));
      }, sentence);
      const { time } = await waitForFilm(place, (now) => now.time > 34.2 && !now.paused);
      expect(time).toBeLessThan(35);
    },
  },
  {
    name: "the spoken text is marked in the transcript",
    check: async ({ place }) => {
      await slowDown(place);
      await playFrom(place, 34);
      const marked = place.locator(".transcript [aria-current=true]");
      await marked.getByText("in the world was made.").waitFor();
      await marked.getByText(sentence).waitFor();
      expect(await marked.count()).toBe(1);
    },
  },
  {
    name: "search matches in the transcript are marked and counted",
    check: async ({ place }) => {
      await openTranscriptTools(place);
      await place.getByLabel("Find in the transcript").fill("system");
      const marks = place.locator(".transcript mark");
      expect(await marks.allTextContents()).toEqual(["system", "system", "system"]);
      await place.getByLabel("Find in the transcript").press("Enter");
      await place.getByText(/^[12] of 3$/).waitFor();
    },
  },
  {
    name: "the transcript scrolls with the film, unless text of it is selected, until that is turned off",
    check: async ({ place }) => {
      const transcript = await openTranscriptTools(place);
      const follow = place.getByLabel("Scroll with the film");
      const distance = () => transcript.evaluate((element) => element.scrollTop + scrollY);
      const toTop = () =>
        transcript.evaluate((element) => {
          element.scrollTo(0, 0);
          scrollTo(0, 0);
        });
      await slowDown(place);
      await follow.check();
      await transcript.evaluate((element) => getSelection()?.selectAllChildren(element));
      // It scrolls to the end of the text when it opens.
      await place.locator(".selection-menu").waitFor();
      await toTop();
      await playFrom(place, 35);
      await transcript.locator("[aria-current]").getByText(sentence).waitFor();
      expect(await distance()).toBe(0);
      await transcript.evaluate(() => getSelection()?.removeAllRanges());
      await playFrom(place, 48);
      await expect.poll(distance).toBeGreaterThan(50);
      await follow.uncheck();
      await toTop();
      await playFrom(place, 35);
      await transcript.locator("[aria-current]").getByText(sentence).waitFor();
      await playFrom(place, 43);
      await transcript.locator("[aria-current]").getByText("You can read").waitFor();
      expect(await distance()).toBe(0);
    },
  },
  {
    name: "text copied from the transcript includes its source and a link to its moment",
    check: async ({ page, place }) => {
      const transcript = await openTranscriptTools(place);
      await transcript.getByRole("link").first().focus();
      await transcript.getByText(sentence).evaluate((element) => {
        getSelection()?.selectAllChildren(element);
      });
      await page.keyboard.press("ControlOrMeta+c");
      const copied = await readClipboard(page);
      expect(copied).toContain(`“${sentence}”`);
      expect(copied).toContain("Criminalizing Migration");
      expect(copied).toMatch(/\/en\/watch\/criminalizing-migration\?t=34\.1$/);
    },
  },
];

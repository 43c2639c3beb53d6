import type { Page } from "playwright-core";
import { playFrom } from "../support/film.ts";

/** A state that a viewer may bring the player into, and how they leave it again. */
export interface PlayerState {
  readonly name: string;
  /** Only on the film's own page. */
  readonly onPageOnly?: boolean;
  readonly enter: (page: Page) => Promise<void>;
}

function panel(name: string): PlayerState {
  return {
    name: `the ${name} panel is open`,
    enter: async (page) => {
      await page.locator(`[aria-controls=${name}-panel]`).click();
      await page.locator("dialog.help").waitFor({ state: "attached" });
    },
  };
}

/** In this order, in one page: each starts where the one before left it, with no dialog open. */
export const playerStates: PlayerState[] = [
  { name: "nothing is open", enter: async () => undefined },
  panel("chapters"),
  panel("playback"),
  panel("captions"),
  {
    name: "two captions are on the picture",
    enter: async (page) => {
      await page.locator("[name=captions]").selectOption("en");
      await page.locator("[name=second]").selectOption("vi");
      await playFrom(page, 29);
      await page.locator(".lines p").first().waitFor();
      await page.locator("video").evaluate((video) => (video as HTMLVideoElement).pause());
    },
  },
  {
    name: "the link was copied",
    enter: async (page) => {
      await page.locator("[data-do=copy]").click();
      await page.locator(".said:not(:empty)").waitFor();
    },
  },
  {
    name: "words were found in the transcript",
    enter: async (page) => {
      const closed = page.locator("details:has(.transcript):not([open]) summary");
      if ((await closed.count()) > 0) await closed.click();
      await page.locator(".transcript").hover();
      await page.locator("[name=find]").fill("a");
      await page.locator(".transcript mark").first().waitFor();
    },
  },
  {
    name: "words are selected in the transcript",
    enter: async (page) => {
      await page
        .locator("[data-start]")
        .nth(3)
        .evaluate((said) => {
          getSelection()?.selectAllChildren(said);
        });
      await page.locator(".quoting").waitFor();
    },
  },
  {
    name: "the keys are explained",
    enter: async (page) => {
      await page.locator("[data-do=help]").click();
      await page.locator("dialog.help[open]").waitFor();
    },
  },
  {
    name: "the line to embed it is made",
    onPageOnly: true,
    enter: async (page) => {
      await page.locator("[data-do=embed]").click();
      await page.locator("dialog.embed-dialog[open]").waitFor();
    },
  },
  {
    name: "the film can't be had",
    enter: async (page) => {
      await page.route(/\.(mp4|webm)/, (route) => route.fulfill({ status: 404 }));
      await page.locator("video").evaluate((element) => {
        const video = element as HTMLVideoElement;
        video.load();
        video.play().catch(() => undefined);
      });
      await page.locator(".failed:not([hidden])").waitFor();
    },
  },
];

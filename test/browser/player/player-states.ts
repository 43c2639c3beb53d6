import type { Page } from "playwright-core";
import { playFrom } from "../support/film.ts";

/** A state of the player, and how to get it there. */
export interface PlayerState {
  readonly name: string;
  /** Only on the watch page, not in the embed. */
  readonly watchPageOnly?: boolean;
  readonly enter: (page: Page) => Promise<void>;
}

function openPanel(name: string): PlayerState {
  return {
    name: `the ${name} panel is open`,
    enter: async (page) => {
      await page.locator(`[aria-controls=${name}-panel]`).click();
      await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
    },
  };
}

async function openSettings(page: Page): Promise<void> {
  const closed = page.locator("[aria-controls=settings-panel][aria-expanded=false]");
  if ((await closed.count()) > 0) await closed.click();
}

/** All states, to be entered in this order on one page, with dialogs closed in between. */
export const playerStates: PlayerState[] = [
  { name: "nothing is open", enter: async () => undefined },
  openPanel("chapters"),
  openPanel("settings"),
  openPanel("captions"),
  {
    name: "captions in two languages are shown",
    enter: async (page) => {
      await page.locator("[name=captions]").selectOption("en");
      await page.locator("[name=second-captions]").selectOption("vi");
      await playFrom(page, 29);
      await page.locator(".captions p, .captions-beneath p").first().waitFor();
      await page.locator("video").evaluate((video) => (video as HTMLVideoElement).pause());
    },
  },
  {
    name: "the link was copied",
    enter: async (page) => {
      await openSettings(page);
      await page.locator("[data-action=copy]").click();
      await page.locator(".status:not(:empty)").waitFor();
    },
  },
  {
    name: "a search has matches in the transcript",
    enter: async (page) => {
      const closed = page.locator("details:has(.transcript):not([open]) summary");
      if ((await closed.count()) > 0) await closed.click();
      await page.locator(".transcript").hover();
      await page.locator("[name=find]").fill("a");
      await page.locator(".transcript mark").first().waitFor();
    },
  },
  {
    name: "text is selected in the transcript",
    enter: async (page) => {
      await page
        .locator("[data-start]")
        .nth(3)
        .evaluate((segment) => {
          getSelection()?.selectAllChildren(segment);
        });
      await page.locator(".selection-menu").waitFor();
    },
  },
  {
    name: "the keyboard help is open",
    enter: async (page) => {
      await openSettings(page);
      await page.locator("[data-action=help]").click();
      await page.locator("dialog.keyboard-help[open]").waitFor();
    },
  },
  {
    name: "the embed dialog is open",
    watchPageOnly: true,
    enter: async (page) => {
      await openSettings(page);
      await page.locator("[data-action=embed]").click();
      await page.locator("dialog.embed-dialog[open]").waitFor();
    },
  },
  {
    name: "the film can't be loaded",
    enter: async (page) => {
      await page.route(/\.(mp4|webm)/, (route) => route.fulfill({ status: 404 }));
      await page.locator("video").evaluate((element) => {
        const video = element as HTMLVideoElement;
        video.load();
        video.play().catch(() => undefined);
      });
      await page.locator(".playback-error:not([hidden])").waitFor();
    },
  },
];

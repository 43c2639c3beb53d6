import type { Frame, Page } from "playwright-core";
import type { Showing } from "../../support/places.ts";

/** Something that a viewer can do wherever they meet a film. */
export interface Feature {
  /** What is so when it works, as a sentence. */
  readonly name: string;
  /** The film's slug, where another one is needed than most are shown with. */
  readonly film?: string;
  /** More of its address, from `&` on. */
  readonly parameters?: string;
  readonly check: (showing: Showing) => Promise<void>;
}

export const findControls = (place: Page | Frame) => place.getByRole("group", { name: "Player" });

/** Opens one of the bar's panels; what few need is there then, too. */
export async function openPanel(place: Page | Frame, name: string) {
  const bar = findControls(place);
  await bar.getByRole("button", { name }).click();
  await place.locator("dialog.help").waitFor({ state: "attached" });
  return bar;
}

/** Goes to a second and stays there. */
export async function pauseAt(place: Page | Frame, seconds: number): Promise<void> {
  await place.locator("video").evaluate(async (element, time) => {
    const video = element as HTMLVideoElement;
    if (video.readyState === 0) await video.play();
    video.pause();
    const arrived = new Promise((resolve) => video.addEventListener("seeked", resolve));
    video.currentTime = time;
    await arrived;
  }, seconds);
}

/** What was copied last. The page asks for it, not the film's frame: a sandbox may not read it. */
export function copiedText(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

import type { Frame, Page } from "playwright-core";
import type { Showing } from "../../support/places.ts";

/** Something that a viewer can do on the watch page and in every kind of embed. */
export interface Feature {
  /** The expected behavior, as a sentence. */
  readonly name: string;
  /** The film's slug, if not the default one. */
  readonly film?: string;
  /** Additional query parameters of the address, starting with `&`. */
  readonly parameters?: string;
  /** Whether it changes what later films on its page would have, so that it needs a page of its own. */
  readonly changesPage?: boolean;
  readonly check: (showing: Showing) => Promise<void>;
}

export const findControls = (place: Page | Frame) => place.getByRole("group", { name: "Player" });

/** Opens a panel of the controls, and waits for the lazily loaded script. */
export async function openPanel(place: Page | Frame, name: string) {
  const controls = findControls(place);
  await controls.getByRole("button", { name }).click();
  await place.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  return controls;
}

/** The clipboard's text, read by the page, since a sandboxed frame may not read it. */
export function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

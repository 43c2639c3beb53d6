import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import type { Visit } from "./visit.ts";

/** A film where somebody meets it. */
export interface Showing {
  /** The page that is open, a host's where the film is in a frame. */
  readonly page: Page;
  /** The document that the film is in. */
  readonly place: Page | Frame;
  readonly requests: string[];
  /** Loads the page again, as a returning viewer does. */
  again(): Promise<Page | Frame>;
}

export interface Place {
  readonly name: string;
  /** Attributes of the frame; undefined for the film's own page. */
  readonly permissions?: string;
}

/** Where films are met (issue 6): their own page, another site's frame, and what WordPress makes of that. */
export const places = {
  ownPage: { name: "the film's own page" },
  frame: {
    name: "a frame of another site",
    permissions: 'allow="fullscreen; picture-in-picture; clipboard-write"',
  },
  sandboxedFrame: {
    name: 'a frame with sandbox="allow-scripts"',
    permissions: 'sandbox="allow-scripts"',
  },
} satisfies Record<string, Place>;

/**
 * Shows a film in a place, does something there, and looks whether anything went wrong meanwhile.
 * @param host the address of the site whose frame shows it; undefined for the film's own page
 * @param film its slug, its library's address without a slash at the end, and more parameters, each from its `&` on
 */
export async function showIn(
  { page, requests, troubles }: Visit,
  host: string | undefined,
  { library, slug, parameters }: { library: string; slug: string; parameters: string },
  check: (showing: Showing) => Promise<void>,
): Promise<void> {
  const embed = `${library}/embed/${slug}?lang=en&transcript=1${parameters}`;
  const open = async () => {
    const address = `${library}/en/watch/${slug}${parameters.replace("&", "?")}`;
    await page.goto(host === undefined ? address : `${host}/?${encodeURIComponent(embed)}`);
    const place = host === undefined ? page : page.frame({ url: (at) => at.origin === library });
    if (place === null) throw new Error("The host shows no embed.");
    await place.locator(".controls").waitFor();
    return place;
  };
  await check({ page, place: await open(), requests, again: open });
  expect(troubles).toEqual([]);
}

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { longestWait } from "./longest-wait.ts";
import { closePages, openBrowser } from "./shared-browser.ts";
import { useOpened } from "./use-opened.ts";

/** The film that the tests watch. */
export const film = "criminalizing-migration";

export const { url } = inject("library");

/** A browser for a test file, whose pages are closed at its end; call it at the top of the file. */
export const useBrowser = (): (() => Browser) => useOpened(openBrowser, closePages);

/** A page in a browser of its own memory, and everything that went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Errors in the console, uncaught exceptions, breaches of the policy, calls to other sites. */
  readonly troubles: string[];
  /** Every address that was asked for. */
  readonly requests: string[];
  /** Ends the visit; fails if anything went wrong in it or a cookie was set. */
  leave(): Promise<void>;
}

/** Opens a page as a viewer does. Requests may go to the library and to what `alsoAllowed` has at their time. */
export async function visit(
  browser: Browser,
  options: BrowserContextOptions = {},
  alsoAllowed: readonly string[] = [],
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    requests.push(request.url());
    const { origin, protocol } = new URL(request.url());
    if (protocol === "data:" || [url, ...alsoAllowed].includes(origin)) return;
    troubles.push(`asked another site: ${request.url()}`);
  });
  await page.exposeFunction("reportBreach", (breach: string) => troubles.push(`policy: ${breach}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      const { reportBreach } = window as unknown as { reportBreach(text: string): void };
      reportBreach(`${violatedDirective} blocked ${blockedURI}`);
    });
  });
  const leave = async () => {
    const { cookies, origins } = await context.storageState();
    await context.close();
    expect({ troubles, cookies, origins }).toEqual({ troubles: [], cookies: [], origins: [] });
  };
  return { page, troubles, requests, leave };
}

/** One visit for the tests of a group, which fails at their end if anything went wrong in it. */
export const useVisit = (options: BrowserContextOptions = {}): (() => Visit) =>
  useOpened(
    async () => visit(await openBrowser(), options),
    ({ leave }) => leave(),
  );

/**
 * One page for the tests of a group, which go to an address each: to open a page takes four times as long as to go to
 * another address, with a renderer of its own and an empty cache.
 */
export const usePage = (
  options: BrowserContextOptions = {},
  prepare = async (_: Page) => {},
): (() => Page) =>
  useOpened(
    async () => {
      const page = await (await openBrowser()).newPage({ baseURL: url, ...options });
      page.setDefaultTimeout(longestWait);
      await prepare(page);
      return page;
    },
    (page) => page.context().close(),
  );

/** What a page is headed. */
export async function headingOf(page: Page): Promise<string | undefined> {
  return (await page.locator("h1").textContent())?.trim();
}

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { violationsInLightAndDark } from "./axe.ts";
import type { Library } from "./library.ts";
import { longestWait } from "./longest-wait.ts";

/** What the tests of the console have in common. */

/** Opens an address of the console in a browser of its own memory, and signs in there with a secret. */
export async function signInAt(
  browser: Browser,
  path: string,
  library: Pick<Library, "url" | "token">,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: library.url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  await page.goto(path);
  await sendSecret(page, library.token);
  return page;
}

/** Fills in the sign-in form that a page shows, and sends it. */
export async function sendSecret(page: Page, secret: string): Promise<void> {
  await page.locator("#secret").fill(secret);
  await page.locator("main button").click();
}

/**
 * What is wrong with a page, in light and dark; whether it is wider than its window, with text of twice the size too
 * (WCAG 1.4.4); and whether a fact begins in what is cut off (cards.css).
 */
export async function faults(page: Page): Promise<string[]> {
  const wrong = await violationsInLightAndDark(page);
  const seen = await page.evaluate(() => {
    const root = document.documentElement;
    const isTooWide = () => root.scrollWidth > root.clientWidth;
    const found = isTooWide() ? ["is wider than its window"] : [];
    root.style.fontSize = "200%";
    if (isTooWide()) found.push("is wider than its window with text of twice the size");
    root.style.fontSize = "";
    const cut = document.querySelector(".facts:has(> span + span) > .label");
    return cut === null ? found : [...found, `cuts off: ${cut.textContent}`];
  });
  return [...wrong, ...seen];
}

/** Asks the staff API as the command line does. @param path what follows `/api/v1/staff/` */
export function askStaffApi(
  { url, token }: Library,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${url}/api/v1/staff/${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, ...init.headers },
  });
}

/** Publishes a work's current record again with another title, as a colleague does with the command line. */
export async function publishTitle(library: Library, slug: string, title: string): Promise<void> {
  const { current, digest } = await (await askStaffApi(library, `works/${slug}/history`)).json();
  const revision = await askStaffApi(library, `works/${slug}/revisions/${current}`);
  const { record } = await revision.json();
  const answer = await askStaffApi(library, `works/${slug}`, {
    method: "PUT",
    body: JSON.stringify({ ...record, name: { ...record.name, en: title } }),
    headers: { "If-Match": `"${digest}"` },
  });
  expect(answer.status).toBe(200);
}

/** Drops a file or a folder on a page, as a person does from a window of the system's. */
export async function drop(page: Page, path: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devTools.send("Input.dispatchDragEvent", { type, x: 100, y: 100, data });
  }
}

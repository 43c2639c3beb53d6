import { type Browser, chromium } from "playwright-core";
import { launchOptions } from "./chromium.ts";

let browser: Promise<Browser> | undefined;

/**
 * The browser of this process, which all its test files share: starting one takes more processor time than most
 * tests. Calls to a browser of another process take almost twice the time. It ends with the process.
 */
export function openBrowser(): Promise<Browser> {
  browser ??= launchOptions().then((options) => chromium.launch(options));
  return browser;
}

/** Closes every page that a test file has opened. */
export async function closePages(): Promise<void> {
  const contexts = (await browser)?.contexts() ?? [];
  await Promise.all(contexts.map((context) => context.close()));
}

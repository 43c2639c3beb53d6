import { type Browser, type BrowserServer, chromium } from "playwright-core";
import { inject } from "vitest";
import { launchOptions } from "./chromium.ts";

/** Starts the browser that all test files share: starting one takes more processor time than most tests. */
export async function startBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({ ...(await launchOptions()), host: "127.0.0.1" });
}

/** Connects to the shared browser. What one connection opens, no other sees; closing it closes that. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject("browser"));
}

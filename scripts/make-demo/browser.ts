import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { page } from "./pictures/kit.ts";

/** The Chromium that draws: CHROME_PATH, or Debian's. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error("No Chromium: install it or set CHROME_PATH.");
  return chromium.launch({ executablePath, chromiumSandbox: false });
}

/** Answers a function that turns the inside of an SVG into a PNG of that size. */
export async function openEasel(browser: Browser, width: number, height: number) {
  const tab = await browser.newPage({ viewport: { width, height } });
  await tab.setContent(page());
  return async (svg: string): Promise<Buffer> => {
    await tab.evaluate((inside) => {
      const stage = document.querySelector("svg");
      if (stage) stage.innerHTML = inside;
    }, svg);
    return tab.screenshot({ type: "png", animations: "allow" });
  };
}

export async function printPdf(browser: Browser, html: string, path: string): Promise<void> {
  const tab = await browser.newPage();
  await tab.setContent(html);
  await tab.pdf({ path, format: "A4", printBackground: true, tagged: true });
}

import type { Browser, Page } from "playwright-core";
import type { Contestant } from "./pages.ts";
import type { BenchServer } from "./server.ts";

/** What a page asks of a viewer's line before anything plays. */
export interface Weight {
  /** Page, style, script, icons and captions, compressed; without the poster, which all share. */
  readonly bytes: number;
  /** Of the film, which nobody has asked for yet. */
  readonly filmBytes: number;
  readonly requests: number;
  /** Other sites that it wanted to ask; they were not let. */
  readonly strangers: number;
  /** Cookies, and what it wrote into the browser's storage. */
  readonly kept: number;
}

/** Opens the page, waits until it asks for nothing more, and counts. */
export async function weigh(
  browser: Browser,
  server: BenchServer,
  origin: string,
  { path }: Contestant,
): Promise<Weight> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  const strangers = new Set<string>();
  await page.route(
    (address) => address.origin !== origin && address.protocol !== "data:",
    (route) => {
      strangers.add(new URL(route.request().url()).host);
      return route.abort();
    },
  );
  server.takeSent();
  await page.goto(path, { waitUntil: "networkidle" });
  const sent = server.takeSent();
  const { cookies, origins } = await context.storageState();
  await context.close();
  const sum = (wanted: (path: string) => boolean) =>
    sent.filter((one) => wanted(one.path)).reduce((total, one) => total + one.bytes, 0);
  return {
    bytes: sum((path) => !path.startsWith("/media/")),
    filmBytes: sum((path) => /\.(webm|mp4)$/.test(path)),
    requests: sent.length,
    strangers: strangers.size,
    kept: cookies.length + origins.flatMap(({ localStorage }) => localStorage).length,
  };
}

/** A slow telephone line: 1.6 Mbit/s, and 150 ms there and back. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** Milliseconds from the page's address to the film's first picture, for who plays as soon as they can. */
export async function firstFrame(
  browser: Browser,
  origin: string,
  { path, press }: Contestant,
): Promise<number> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  try {
    await page.route(
      (address) => address.origin !== origin && address.protocol !== "data:",
      (route) => route.abort(),
    );
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", line);
    await page.addInitScript(playAsSoonAsPossible, press);
    await page.goto(path, { waitUntil: "commit" });
    return await shown(page);
  } catch (error) {
    throw new Error(`${path} showed no picture`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything else in it. Who presses a button in vain presses it again. */
function playAsSoonAsPossible(press: string): void {
  let lastPress = Number.NEGATIVE_INFINITY;
  setInterval(() => {
    const control = document.querySelector<HTMLElement>(press);
    const video = document.querySelector("video");
    if (document.readyState === "loading" || !video?.paused || !control?.offsetWidth) return;
    if (performance.now() - lastPress < 300) return;
    lastPress = performance.now();
    video.requestVideoFrameCallback((shownAt) => Object.assign(window, { shownAt }));
    // As a press does: it brings the focus along.
    control.focus();
    if (control === video) video.play();
    else control.click();
  }, 5);
}

async function shown(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => (window as unknown as { shownAt?: number }).shownAt,
    undefined,
    { timeout: 20_000 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

import { type Browser, click, press, waitFor } from "./browser.ts";

/** What a check found. */
export interface Result {
  /** What should work, as a row of the table. */
  readonly check: string;
  /** Why it doesn't; undefined if it does. */
  readonly failure?: string | undefined;
  /** Whether the browser, when it is driven, does this on no page. */
  readonly isImpossible?: boolean;
}

/** The demonstration's film, with captions in three languages. */
const film = "criminalizing-migration";

const time = "document.querySelector('video').currentTime";
const captions = "document.querySelector('.captions')?.textContent.trim()";

/** Chooses an option as a viewer's choice arrives: the value, then the event. */
const choose = (name: string, value: string) => `(() => {
  const field = document.querySelector("[name=${name}]");
  field.value = ${JSON.stringify(value)};
  field.dispatchEvent(new Event("change", { bubbles: true }));
})()`;

const fullScreen = "goes into full screen with captions and controls, and back";

/** In order, on one page: each begins where the one before has ended. */
const checks: readonly (readonly [string, (browser: Browser) => Promise<void>])[] = [
  [
    "draws the play button round, at most a third as wide as the film",
    async (browser) => {
      await waitFor(
        browser,
        `(() => {
          const box = document.querySelector("[data-action=play]")?.getBoundingClientRect();
          const film = document.querySelector(".film").getBoundingClientRect();
          return box && Math.abs(box.width - box.height) < 1 && box.width < film.width / 3;
        })()`,
      );
    },
  ],
  [
    "plays after a click on the play button",
    async (browser) => {
      await click(browser, "[data-action=play]");
      await waitFor(browser, `${time} > 0.5`);
    },
  ],
  [
    "draws captions in the page's language, still after eight seconds of play",
    async (browser) => {
      await waitFor(browser, captions);
      await waitFor(browser, `${time} > 8 && ${captions}`);
    },
  ],
  [
    "switches captions to another language",
    async (browser) => {
      await browser.evaluate(choose("captions", "vi"));
      await waitFor(browser, "document.querySelector('.captions [lang=vi]')?.textContent.trim()");
    },
  ],
  [
    "draws two languages together",
    async (browser) => {
      await browser.evaluate(choose("second-captions", "en"));
      await browser.evaluate("void (document.querySelector('video').currentTime = 28.6)");
      await waitFor(
        browser,
        "['en', 'vi'].every((tag) => document.querySelector('.captions [lang=' + tag + ']')?.textContent.trim())",
      );
    },
  ],
  [
    "goes five seconds forward with the arrow key",
    async (browser) => {
      const before = Number(await browser.evaluate(time));
      await press(browser, "\uE014");
      await waitFor(browser, `${time} >= ${before + 4.5}`);
    },
  ],
  [
    "goes to the middle with the key 5",
    async (browser) => {
      await press(browser, "5");
      await waitFor(browser, `Math.abs(${time} - 27.9) < 4`);
    },
  ],
  [
    fullScreen,
    async (browser) => {
      await click(browser, "[data-action=full-screen]");
      await waitFor(browser, "document.fullscreenElement?.matches('.film')");
      await waitFor(browser, `${captions} && document.fullscreenElement.querySelector('.bar')`);
      await browser.evaluate("document.exitFullscreen()");
      await waitFor(browser, "document.fullscreenElement === null");
    },
  ],
  [
    "pauses with the key K",
    async (browser) => {
      await press(browser, "k");
      await waitFor(browser, "document.querySelector('video').paused");
    },
  ],
];

/**
 * Whether a click can put anything into full screen: Firefox refuses it to every page without a screen and a
 * window manager.
 */
async function canGoFullScreen(browser: Browser, library: string): Promise<boolean> {
  await browser.open(`${library}/en/about/privacy`);
  await browser.evaluate(`(() => {
    const heading = document.querySelector("h1");
    heading.addEventListener("click", () => heading.requestFullscreen().catch(() => { window.isRefused = true; }));
  })()`);
  await click(browser, "h1");
  await waitFor(browser, "window.isRefused || document.fullscreenElement");
  return (await browser.evaluate("document.fullscreenElement !== null")) === true;
}

/** Opens the demonstration's film and tries everything. A check that fails doesn't stop the others. */
export async function runChecks(browser: Browser, library: string): Promise<Result[]> {
  const hasFullScreen = await canGoFullScreen(browser, library);
  await browser.open(`${library}/es/watch/${film}`);
  const results: Result[] = [];
  for (const [check, run] of checks) {
    if (check === fullScreen && !hasFullScreen) {
      results.push({ check, isImpossible: true });
      continue;
    }
    const failure = await run(browser).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    results.push({ check, failure });
  }
  return results;
}

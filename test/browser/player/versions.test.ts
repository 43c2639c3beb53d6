import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { play, stateOf, waitForFilm } from "../support/film.ts";
import { described, startFullLibrary } from "../support/full-library.ts";
import type { Library } from "../support/library.ts";
import { startSlowFilm } from "../support/slow-line.ts";
import { useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
let library: Library;
beforeAll(async () => {
  library = await startFullLibrary();
});
afterAll(() => library.stop());

/** At four times the normal speed the film needs 25,000 bytes a second. */
const speed = 4;
const bytesPerSecond = 12_000;

/** Counts from now on how often the film begins to play or goes on, in `data-starts` of the film. */
const countStarts = (page: Page) =>
  page.locator("video").evaluate((video) => {
    let starts = 0;
    video.addEventListener("playing", () => {
      starts += 1;
      video.dataset.starts = String(starts);
    });
  });

test("a film that stalls twice, of a link to a part too, continues in a lower picture at the same moment, says so, and goes back once and for all", async () => {
  const slow = await startSlowFilm(
    library.url,
    (path) => /\/media\/.*\.(webm|mp4)/.test(path) && !path.includes(smaller),
    bytesPerSecond,
  );
  const { page } = await visit(browser(), { baseURL: slow.url }, [slow.url]);
  try {
    await page.goto(`/en/watch/${described}?captions=en&t=0,600`);
    const option = page.locator("[name=version] option[data-height='90']");
    smaller = (await option.getAttribute("value")) ?? "";
    expect(await page.locator("[name=version] option").allTextContents()).toEqual([
      expect.stringMatching(/^360p \(.+\)$/),
      expect.stringMatching(/^90p \(.+\)$/),
      expect.stringMatching(/^With audio description \(.+\)$/),
      expect.stringMatching(/^Audio only \(.+\)$/),
    ]);
    await play(page);
    await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
    await page.locator("video").evaluate((element, playbackRate) => {
      Object.assign(element, { playbackRate, volume: 0.4 });
    }, speed);
    const before = await waitForFilm(page, ({ width }) => width === 640);
    const status = page.locator(".controls .status");
    await status.getByText("The connection is slow. The film continues in 90p.").waitFor();
    const after = await waitForFilm(page, ({ width, paused }) => width === 160 && !paused);
    expect(after.time).toBeGreaterThan(before.time);
    expect(after.showing).toEqual(["en"]);
    const settings = () =>
      page.locator("video").evaluate((element) => {
        const { playbackRate, volume } = element as HTMLVideoElement;
        return { playbackRate, volume };
      });
    expect(await settings()).toEqual({ playbackRate: speed, volume: 0.4 });
    expect(await page.locator("[name=version]").inputValue()).toBe(smaller);
    await expect.poll(() => page.locator(".last-picture").count()).toBe(0);

    await countStarts(page);
    await status.getByRole("button", { name: "Back to 360p" }).click();
    expect(await status.textContent()).toBe("");
    const back = await waitForFilm(page, ({ width }) => width === 640);
    expect(back.time).toBeGreaterThanOrEqual(after.time);
    // However often it stalls now: the viewer has chosen.
    await expect
      .poll(async () => Number(await page.locator("video").getAttribute("data-starts")))
      .toBeGreaterThanOrEqual(3);
    expect((await stateOf(page)).width).toBe(640);
    expect(await page.locator("[name=version]").inputValue()).toBe("");
  } finally {
    await page.context().close();
    await slow.close();
  }
});

/** The address of the smaller film, which comes as fast as it can. */
let smaller = "?";

import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playFrom, slowDown, stateOf, waitForFilm } from "../support/film.ts";
import { type Message, startHost } from "../support/host.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
let host: Awaited<ReturnType<typeof startHost>>;

beforeAll(async () => {
  host = await startHost(`${url}/embed/${film}?lang=vi#?secret=abc123`);
});
afterAll(() => host.stop());

async function visitHost() {
  const { page, requests, leave } = await visit(browser(), {}, [host.url]);
  await page.goto(host.url, { waitUntil: "networkidle" });
  const frame = page.frames().find((candidate) => candidate.url().startsWith(url));
  if (frame === undefined) throw new Error("The host shows no embed.");
  return { page, frame, requests, leave };
}

function receivedMessages(page: Page): Promise<Message[]> {
  return page.evaluate(() => (window as unknown as { told: Message[] }).told);
}

describe("the embed on another site, in a sandbox that allows only scripts", () => {
  test("plays, with captions in the requested language", async () => {
    const { frame, leave } = await visitHost();
    expect((await stateOf(frame)).showing).toEqual(["vi"]);
    await slowDown(frame);
    await playFrom(frame, 4.2);
    const playing = await waitForFilm(frame, ({ time, words }) => time > 4.5 && words.length > 0);
    expect(playing.width).toBe(640);
    expect(playing.words).toEqual(["Phim do nhóm làm phần mềm này thực hiện,"]);
    await leave();
  });

  test("reports its height with the host's secret, and again when it grows", async () => {
    const { page, frame, leave } = await visitHost();
    const measureHeight = (place: Frame) =>
      place.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    const first = (await receivedMessages(page)).at(-1);
    const closed = await measureHeight(frame);
    expect(first).toEqual({ message: "height", value: closed, secret: "abc123" });

    await frame.locator("summary").click();
    await expect
      .poll(async () => (await receivedMessages(page)).at(-1)?.value)
      .toBeGreaterThan(closed);
    // It grows again when the transcript's toolbar is added.
    const isReported = async () =>
      (await receivedMessages(page)).at(-1)?.value === (await measureHeight(frame));
    await expect.poll(isReported).toBe(true);
    await leave();
  });

  test("requests only its page and its poster before it plays", async () => {
    const { requests, leave } = await visitHost();
    const requested = requests.filter((address) => address.startsWith(url));
    expect(requested.map((address) => new URL(address).pathname)).toEqual([
      `/embed/${film}`,
      expect.stringMatching(/^\/media\/[0-9a-f]{64}\.webp$/),
    ]);
    await leave();
  });

  test("plays from the transcript without leaving the embed", async () => {
    const { frame, leave } = await visitHost();
    const address = frame.url();
    await frame.locator("summary").click();
    // The host makes the frame higher, which moves what is under the pointer: wait for the sentences.
    await frame.locator("[data-start]").first().waitFor();
    await slowDown(frame);
    await frame.getByText("Một hành lang với những cánh cửa đóng").click();
    const playing = await waitForFilm(frame, ({ time, paused }) => time > 34.2 && !paused);
    expect(playing.time).toBeLessThan(35);
    expect(frame.url()).toBe(address);
    await leave();
  });

  test("fits into a frame 320 pixels wide", async () => {
    const { page, frame, leave } = await visitHost();
    await page.locator("iframe").evaluate((element) => element.setAttribute("width", "320"));
    await frame.waitForFunction(() => innerWidth === 320);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await leave();
  });
});

import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playFrom, stateOf, waitForFilm } from "../support/film.ts";
import { startHost } from "../support/host.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const places = {
  "another site's page": 'allow="fullscreen; picture-in-picture; clipboard-write"',
  'a page that allows only scripts, as sandbox="allow-scripts"': 'sandbox="allow-scripts"',
};

interface ReceivedMessage {
  readonly type?: string;
  readonly event?: string;
  readonly currentTime?: number;
  readonly duration?: number | null;
  readonly captions?: string[];
  readonly message?: string;
  readonly value?: string | number;
}

function receivedMessages(page: Page): Promise<ReceivedMessage[]> {
  return page.evaluate(() => (window as unknown as { told: ReceivedMessage[] }).told);
}

function sendMessage(page: Page, message: object): Promise<void> {
  return page.evaluate((data) => {
    document.querySelector("iframe")?.contentWindow?.postMessage(data, "*");
  }, message);
}

describe.each(Object.entries(places))("on %s", (_, permissions) => {
  let host: Awaited<ReturnType<typeof startHost>>;
  beforeAll(async () => {
    const helper = `<script src="${url}/embed.js" defer></script>`;
    host = await startHost(`${url}/embed/${film}?lang=en#?secret=abc123`, permissions, helper);
  });
  afterAll(() => host.stop());

  async function visitHost(check: (page: Page, frame: Frame, troubles: string[]) => Promise<void>) {
    const { page, troubles, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(host.url, { waitUntil: "networkidle" });
    const frame = page.frames().find((candidate) => candidate.url().startsWith(url));
    if (frame === undefined) throw new Error("The host shows no embed.");
    await check(page, frame, troubles);
    await leave();
  }

  test("the host can play, seek, pause and set captions, and receives events", () =>
    visitHost(async (page, frame) => {
      const ready = (await receivedMessages(page)).find(({ event }) => event === "ready");
      // The film isn't loaded yet: its length is the record's.
      expect(ready?.duration).toBeGreaterThan(50);
      await sendMessage(page, { type: "videoteca:captions", language: "es" });
      await expect.poll(async () => (await stateOf(frame)).showing).toEqual(["es"]);
      await sendMessage(page, { type: "videoteca:seek", time: 20 });
      await sendMessage(page, { type: "videoteca:play" });
      await waitForFilm(frame, ({ time, paused }) => time > 22.5 && !paused);
      await sendMessage(page, { type: "videoteca:pause" });
      await waitForFilm(frame, ({ paused }) => paused);
      await expect.poll(async () => (await receivedMessages(page)).at(-1)?.event).toBe("pause");
      const events = await receivedMessages(page);
      expect(events.map(({ event }) => event)).toEqual(
        expect.arrayContaining(["captions", "play", "timeupdate", "pause"]),
      );
      expect(events.find(({ event }) => event === "play")?.captions).toEqual(["es"]);
      const seconds = events
        .filter(({ event }) => event === "timeupdate")
        .map(({ currentTime = 0 }) => Math.floor(currentTime));
      expect(seconds).toEqual([...new Set(seconds)]);
      for (const volume of [0.5, 2, -1])
        await sendMessage(page, { type: "videoteca:volume", volume });
      for (const rate of [1.5, 0, 99]) await sendMessage(page, { type: "videoteca:rate", rate });
      await sendMessage(page, { type: "videoteca:captions", language: "en", second: "vi" });
      await expect
        .poll(async () => (await receivedMessages(page)).at(-1)?.captions)
        .toEqual(["en", "vi"]);
      const sound = () =>
        frame
          .locator("video")
          .evaluate((video: HTMLVideoElement) => [video.volume, video.playbackRate]);
      expect(await sound()).toEqual([0.5, 1.5]);
    }));

  test("the helper script gives the frame its height", () =>
    visitHost(async (page, frame) => {
      await frame.locator("summary").click();
      const wanted = () => frame.evaluate(() => Math.ceil(document.body.scrollHeight));
      const height = () => page.locator("iframe").evaluate((element) => element.clientHeight);
      await expect.poll(async () => (await height()) - (await wanted())).toBe(0);
    }));

  test("the helper script dispatches the events on the frame", () =>
    visitHost(async (page, frame) => {
      await page.evaluate(() => {
        document.addEventListener("videoteca", (event) => {
          document.title = (event as CustomEvent<ReceivedMessage>).detail.event ?? "";
        });
      });
      await playFrom(frame, 3);
      await page.waitForFunction(() => document.title === "timeupdate");
      // Another player of this library that starts pauses this one.
      await page.evaluate(() => {
        const first = document.querySelector("iframe") as HTMLIFrameElement;
        document.body.append(first.cloneNode());
      });
      const second = page.frameLocator("iframe >> nth=1");
      await second.locator("video").evaluate((video: HTMLVideoElement) => video.play());
      await waitForFilm(frame, ({ paused }) => paused);
    }));

  test("the link to the film's page opens it, or is copied in a sandbox", () =>
    visitHost(async (page, frame, troubles) => {
      const isSandboxed = await frame.evaluate(() => self.origin === "null");
      const opened = page.context().waitForEvent("page", { timeout: 3000 });
      await frame.getByRole("heading", { level: 1 }).getByRole("link").click();
      if (!isSandboxed) {
        expect((await opened).url()).toContain(`/en/watch/${film}`);
        return;
      }
      await opened.catch(() => undefined);
      await frame.getByText("Link copied. It starts at 0:00.").waitFor();
      const address = `${url}/en/watch/${film}`;
      expect(await receivedMessages(page)).toContainEqual({
        message: "link",
        value: address,
        secret: "abc123",
      });
      // Chromium logs an error for the blocked window.
      expect(troubles.splice(0)).toEqual([expect.stringContaining("Blocked opening")]);
    }));
});

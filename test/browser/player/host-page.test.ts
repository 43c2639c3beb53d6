import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playFrom, stateOf, waitForFilm } from "../support/film.ts";
import { startHost } from "../support/host.ts";
import { film, url, useBrowser, type Visit, visit } from "../support/visit.ts";

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

function sendMessage(page: Page, message: unknown): Promise<void> {
  return page.evaluate((data) => {
    document.querySelector("iframe")?.contentWindow?.postMessage(data, "*");
  }, message);
}

describe.each(Object.entries(places))("on %s", (_, permissions) => {
  let host: Awaited<ReturnType<typeof startHost>>;
  let visited: Visit;
  beforeAll(async () => {
    const helper = `<script src="${url}/embed.js" defer></script>`;
    const address = `${url}/embed/${film}?lang=en#?secret=abc123`;
    host = await startHost(address, permissions, helper + helper);
    visited = await visit(browser(), {}, [host.url]);
  });
  afterAll(async () => {
    await visited.leave();
    await host.stop();
  });

  async function visitHost(check: (page: Page, frame: Frame, troubles: string[]) => Promise<void>) {
    const { page, troubles } = visited;
    await page.goto(host.url, { waitUntil: "networkidle" });
    const frame = page.frames().find((candidate) => candidate.url().startsWith(url));
    if (frame === undefined) throw new Error("The host shows no embed.");
    await check(page, frame, troubles);
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
      const pausedAt = (await stateOf(frame)).time;
      await sendMessage(page, { type: "videoteca:volume", volume: 0.5 });
      await sendMessage(page, { type: "videoteca:rate", rate: 1.5 });
      // What isn't a number in its range, or a language of the film, changes nothing and raises no exception.
      const noNumbers = [null, "", "1", [], true, {}, Number.NaN, -1, Number.POSITIVE_INFINITY];
      for (const value of [...noNumbers, undefined]) {
        await sendMessage(page, { type: "videoteca:seek", time: value });
        await sendMessage(page, { type: "videoteca:volume", volume: value });
        await sendMessage(page, { type: "videoteca:rate", rate: value });
      }
      await sendMessage(page, { type: "videoteca:volume", volume: 1.01 });
      await sendMessage(page, { type: "videoteca:rate", rate: 4.01 });
      for (const language of ["xx", null, { toString: 1 }, undefined]) {
        await sendMessage(page, { type: "videoteca:captions", language });
      }
      for (const data of [null, "videoteca:play", [], { type: ["videoteca:play"] }]) {
        await sendMessage(page, data);
      }
      const film = () =>
        frame
          .locator("video")
          .evaluate(({ volume, playbackRate, currentTime, paused }: HTMLVideoElement) => {
            return { volume, playbackRate, currentTime, paused };
          });
      const unchanged = { volume: 0.5, playbackRate: 1.5, currentTime: pausedAt, paused: true };
      expect(await film()).toEqual(unchanged);
      expect((await stateOf(frame)).showing).toEqual(["es"]);
      await sendMessage(page, { type: "videoteca:captions", language: "en", second: "vi" });
      const lastCaptions = async () => (await receivedMessages(page)).at(-1)?.captions;
      await expect.poll(lastCaptions).toEqual(["en", "vi"]);
      // The film has the first of these, and not the second.
      await sendMessage(page, { type: "videoteca:captions", language: "vi", second: "fr" });
      await expect.poll(lastCaptions).toEqual(["vi"]);
    }));

  test("the helper script gives the frame its height", () =>
    visitHost(async (page, frame) => {
      await frame.locator("summary").click();
      const wanted = () => frame.evaluate(() => Math.ceil(document.body.scrollHeight));
      const height = () => page.locator("iframe").evaluate((element) => element.clientHeight);
      await expect.poll(async () => (await height()) - (await wanted())).toBe(0);
      const before = await height();
      // Heights that are none, and one of another site that the frame may have been led to.
      await page.evaluate(
        ({ origin, values }) => {
          const source = document.querySelector("iframe")?.contentWindow ?? null;
          const send = (value: unknown, from: string) =>
            dispatchEvent(
              new MessageEvent("message", {
                data: { message: "height", value },
                origin: from,
                source,
              }),
            );
          for (const value of values) send(value, origin);
          send(700, "https://elsewhere.example");
        },
        { origin: url, values: [0, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e9, "500", [500]] },
      );
      expect(await height()).toBe(before);
    }));

  test("the helper script dispatches the events on the frame", () =>
    visitHost(async (page, frame) => {
      await page.evaluate(() => {
        const events: string[] = [];
        document.addEventListener("videoteca", (event) => {
          events.push((event as CustomEvent<ReceivedMessage>).detail.event ?? "");
          document.title = events.join(" ");
        });
      });
      await playFrom(frame, 3);
      await page.waitForFunction(() => document.title.endsWith("timeupdate"));
      // Once each, though the page has the script twice.
      expect((await page.title()).split(" ").filter((event) => event === "play")).toEqual(["play"]);
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
      const link = frame.getByRole("heading", { level: 1 }).getByRole("link");
      if (!isSandboxed) {
        const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
        expect(opened.url()).toContain(`/en/watch/${film}`);
        return;
      }
      await link.click();
      await frame.getByText("Link copied. It starts at 0:00.").waitFor();
      const address = `${url}/en/watch/${film}`;
      expect(await receivedMessages(page)).toContainEqual({
        message: "link",
        value: address,
        secret: "abc123",
      });
      expect(page.context().pages()).toHaveLength(1);
      // Chromium logs an error for the blocked window.
      expect(troubles.splice(0)).toEqual([expect.stringContaining("Blocked opening")]);
    }));
});

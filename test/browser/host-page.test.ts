import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playFrom, stateOf, waitForFilm } from "./film.ts";
import { startHost } from "./host.ts";
import { film, url, useBrowser, visit } from "./visit.ts";

const browser = useBrowser();
const places = {
  "another site's page": 'allow="fullscreen; picture-in-picture; clipboard-write"',
  'a page that allows only scripts, as sandbox="allow-scripts"': 'sandbox="allow-scripts"',
};

interface Told {
  readonly type?: string;
  readonly event?: string;
  readonly currentTime?: number;
  readonly captions?: string[];
  readonly message?: string;
  readonly value?: string | number;
}

function told(page: Page): Promise<Told[]> {
  return page.evaluate(() => (window as unknown as { told: Told[] }).told);
}

function ask(page: Page, message: object): Promise<void> {
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

  test("the host plays, seeks, pauses and chooses captions, and hears of it", () =>
    visitHost(async (page, frame) => {
      expect((await told(page)).map(({ event }) => event)).toContain("ready");
      await ask(page, { type: "videoteca:captions", language: "es" });
      await expect.poll(async () => (await stateOf(frame)).showing).toEqual(["es"]);
      await ask(page, { type: "videoteca:seek", time: 20 });
      await ask(page, { type: "videoteca:play" });
      await waitForFilm(frame, ({ time, paused }) => time > 22.5 && !paused);
      await ask(page, { type: "videoteca:pause" });
      await waitForFilm(frame, ({ paused }) => paused);
      await expect.poll(async () => (await told(page)).at(-1)?.event).toBe("pause");
      const events = await told(page);
      expect(events.map(({ event }) => event)).toEqual(
        expect.arrayContaining(["captions", "play", "timeupdate", "pause"]),
      );
      expect(events.find(({ event }) => event === "play")?.captions).toEqual(["es"]);
      const seconds = events
        .filter(({ event }) => event === "timeupdate")
        .map(({ currentTime = 0 }) => Math.floor(currentTime));
      expect(seconds).toEqual([...new Set(seconds)]);
      await ask(page, { type: "videoteca:captions", language: "en", second: "vi" });
      await expect.poll(async () => (await told(page)).at(-1)?.captions).toEqual(["en", "vi"]);
    }));

  test("the helper script gives the frame its height", () =>
    visitHost(async (page, frame) => {
      await frame.locator("summary").click();
      const wanted = () => frame.evaluate(() => Math.ceil(document.body.scrollHeight));
      const height = () => page.locator("iframe").evaluate((element) => element.clientHeight);
      await expect.poll(async () => (await height()) - (await wanted())).toBe(0);
    }));

  test("the helper script passes on what the film does", () =>
    visitHost(async (page, frame) => {
      await page.evaluate(() => {
        document.addEventListener("videoteca", (event) => {
          document.title = (event as CustomEvent<Told>).detail.event ?? "";
        });
      });
      await playFrom(frame, 3);
      await page.waitForFunction(() => document.title === "timeupdate");
    }));

  test("two captions, the speed, chapters, keys and their help, and finding work", () =>
    visitHost(async (_page, frame) => {
      const bar = frame.getByRole("group", { name: "Player" });
      await bar.getByRole("button", { name: "Captions" }).click();
      await bar.getByLabel("Second language").selectOption("es");
      await bar.getByLabel("Colors").selectOption("2");
      await bar.getByLabel("Size").selectOption("2");
      await bar.getByRole("button", { name: "Chapters" }).click();
      await bar.getByRole("link", { name: "The question" }).click();
      await waitForFilm(frame, ({ time }) => time > 17);
      expect(await frame.locator(".lines p").count()).toBe(2);
      const letters = frame.locator(".lines span").first();
      expect(await letters.evaluate((element) => getComputedStyle(element).color)).toBe(
        "rgb(255, 255, 0)",
      );
      await bar.getByRole("button", { name: "Playback" }).click();
      await bar.getByLabel("Speed").selectOption("2");
      await bar.getByRole("button", { name: "Playback" }).press("k");
      await waitForFilm(frame, ({ paused }) => paused);
      await bar.getByRole("button", { name: "Playback" }).press("?");
      const help = frame.getByRole("dialog", { name: "Keyboard" });
      await help.getByRole("button", { name: "Close" }).click();
      await frame.locator("summary").click();
      await frame.getByLabel("Find in the transcript").fill("doors");
      await frame.getByText("1 of 1").waitFor();
    }));

  test("the link at this moment is copied, whatever the frame may do", () =>
    visitHost(async (_page, frame) => {
      await frame.getByRole("button", { name: "Copy link" }).click();
      await frame.getByText("Link copied. It starts at 0:00.").waitFor();
    }));

  test("every way out leads somewhere", () =>
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
      expect(await told(page)).toContainEqual({
        message: "link",
        value: address,
        secret: "abc123",
      });
      // Chromium reports the window that it didn't open.
      expect(troubles.splice(0)).toEqual([expect.stringContaining("Blocked opening")]);
    }));

  test("nothing is stored, and remembering is offered only where it can be kept", () =>
    visitHost(async (_page, frame) => {
      await frame.getByRole("button", { name: "Playback" }).click();
      await frame.locator("dialog.help").waitFor({ state: "attached" });
      const canKeep = await frame.evaluate(() => {
        try {
          return localStorage.length === 0;
        } catch {
          return false;
        }
      });
      expect(await frame.getByLabel("Remember where I stopped").count()).toBe(canKeep ? 1 : 0);
    }));

  test("full screen where it is allowed, otherwise the film's own page", () =>
    visitHost(async (_page, frame) => {
      await frame.getByRole("button", { name: "Playback" }).click();
      await frame.locator("dialog.help").waitFor({ state: "attached" });
      const isAllowed = await frame.evaluate(() => document.fullscreenEnabled);
      const panel = frame.locator("#playback-panel");
      expect(await panel.getByRole("button", { name: "Full screen" }).count()).toBe(
        isAllowed ? 1 : 0,
      );
      expect(await panel.getByRole("link").count()).toBe(isAllowed ? 0 : 1);
    }));
});

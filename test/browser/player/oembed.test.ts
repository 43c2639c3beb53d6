import type { Frame, Page } from "playwright-core";
import { expect, test } from "vitest";
import { playFrom } from "../support/film.ts";
import { type Message, startHost } from "../support/host.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

interface OEmbedAnswer {
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/** Opens a page that shows what oEmbed answers for an address as WordPress does: in a sandbox, by `src` alone. */
async function visitConsumer(
  path: string,
  check: (page: Page, frame: Frame, answer: OEmbedAnswer, troubles: string[]) => Promise<void>,
): Promise<void> {
  const response = await fetch(`${url}/oembed?url=${encodeURIComponent(url + path)}`);
  const answer = (await response.json()) as OEmbedAnswer;
  const [, source = ""] = /src="([^"]*)"/.exec(answer.html) ?? [];
  const host = await startHost(
    `${source}#?secret=abc123`,
    `sandbox="allow-scripts" style="width:${answer.width}px;height:${answer.height}px;border:0"`,
  );
  const { page, troubles, leave } = await visit(browser(), {}, [host.url]);
  await page.goto(host.url, { waitUntil: "networkidle" });
  const frame = page.frames().find((candidate) => candidate.url().startsWith(url));
  if (frame === undefined) throw new Error("The host shows no embed.");
  await check(page, frame, answer, troubles);
  await leave();
  await host.stop();
}

function heights(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    (window as unknown as { told: Message[] }).told
      .filter(({ message }) => message === "height")
      .map(({ value }) => value),
  );
}

test("a pasted address becomes a frame that fits its film, with captions in both languages", () =>
  visitConsumer(`/es/watch/${film}?beside=en#t=20`, async (page, frame, { height }) => {
    await playFrom(frame, 20);
    await expect.poll(() => frame.locator(".captions p, .captions-beneath p").count()).toBe(2);
    const needed = (await heights(page)).at(-1) ?? 0;
    expect(needed).toBeGreaterThan(height - 80);
    expect(needed).toBeLessThanOrEqual(height);
  }));

test("a pasted address of a document becomes a card that tells its height and opens its page", () =>
  visitConsumer(
    "/vi/read/dhs-deportation-priorities-memo-explainer",
    async (page, frame, { height }, troubles) => {
      expect((await heights(page)).at(-1)).toBeLessThanOrEqual(height);
      await frame.locator("h1 a").click();
      const told = () =>
        page.evaluate(() => (window as unknown as { told: Message[] }).told.at(-1));
      await expect.poll(told).toEqual({
        message: "link",
        value: `${url}/vi/read/dhs-deportation-priorities-memo-explainer`,
        secret: "abc123",
      });
      // A sandbox that doesn't allow windows: the host opens the page.
      await expect.poll(() => troubles.splice(0).join()).toContain("Blocked opening");
    },
  ));

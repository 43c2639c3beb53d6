import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playFrom } from "../support/film.ts";
import { startHost } from "../support/host.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
let host: Awaited<ReturnType<typeof startHost>>;

const element = (attributes: string, content = "") =>
  `<videoteca-player ${attributes}>${content}</videoteca-player>`;

beforeAll(async () => {
  const page = `<script src="${url}/embed.js" defer></script><body>
    <div id="film" style="width:480px">${element(`slug="${film}" lang="es" captions="vi" t="20"`)}</div>
    <p id="below">Text below.</p>`;
  host = await startHost("about:blank", "hidden", page);
});
afterAll(() => host.stop());

const sourcesIn = (page: Page, place: string) =>
  page
    .locator(`${place} iframe`)
    .evaluateAll((frames) => frames.map((frame) => (frame as HTMLIFrameElement).src));

const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((place) => Math.round(place.getBoundingClientRect().top));

describe("<videoteca-player> on a page of another origin", () => {
  test("makes the frame with the film's title and ratio, and grows only for a viewer who is in it", async () => {
    const { page, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(host.url);
    const frame = page.locator("#film iframe");
    await frame.waitFor();
    expect(await sourcesIn(page, "#film")).toEqual([
      `${url}/embed/${film}?lang=es&captions=vi&t=20`,
    ]);
    expect(await frame.getAttribute("title")).toContain("La criminalización de la migración");
    const box = await frame.boundingBox();
    expect([box?.width, box?.height]).toEqual([480, 270]);
    const before = await topOf(page, "#below");

    const inside = page.frameLocator("#film iframe");
    await inside.locator("summary").waitFor();
    await page.waitForFunction(() =>
      (window as unknown as { told: { message?: string }[] }).told.some(
        ({ message }) => message === "height",
      ),
    );
    expect(await topOf(page, "#below")).toBe(before);
    await inside.locator("summary").click();
    await expect.poll(() => topOf(page, "#below")).toBeGreaterThan(before + 100);
    await leave();
  });

  test("shows its own content for an unknown film, and a link to the library for what is no slug", async () => {
    const { page, troubles, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(host.url);
    await page.evaluate(
      (html) => document.body.insertAdjacentHTML("beforeend", html),
      `<div id="unknown">${element('slug="no-such-film"', '<a href="#instead">Another place</a>')}</div>
       <div id="invalid">${element('slug="No Slug!"')}</div>`,
    );
    await page.locator("#unknown").getByRole("link", { name: "Another place" }).waitFor();
    const link = page.locator("#invalid").getByRole("link");
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(url);
    expect(await page.locator("#unknown iframe, #invalid iframe").count()).toBe(0);
    // Chromium logs an error for the answer 404, before or after this.
    await expect.poll(() => troubles.splice(0).join()).toContain("404");
    await leave();
  });

  test("follows its attributes, and asks for nothing where the page gives title and ratio", async () => {
    const { page, requests, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(`${host.url}`);
    await page.locator("#film iframe").waitFor();
    await page.evaluate(() => {
      const player = document.querySelector("#film videoteca-player");
      for (const [name, value] of [
        ["title", "Our film"],
        ["ratio", "9/16"],
        ["transcript", ""],
        ["lang", "vi"],
      ] as const) {
        player?.setAttribute(name, value);
      }
      player?.removeAttribute("t");
    });
    await page.locator('#film iframe[title="Our film"]').waitFor();
    expect(await sourcesIn(page, "#film")).toEqual([
      `${url}/embed/${film}?lang=vi&captions=vi&transcript=1`,
    ]);
    const size = await page.locator("#film iframe").boundingBox();
    expect([size?.width, size?.height]).toEqual([360, 640]);
    const asked = requests.filter((address) => address.includes("/oembed")).length;
    await page.evaluate((slug) => {
      const late = document.createElement("videoteca-player");
      for (const [name, value] of Object.entries({ slug, title: "Late", ratio: "16/9" })) {
        late.setAttribute(name, value);
      }
      document.body.append(late);
    }, film);
    await page.locator('body > videoteca-player iframe[title="Late"]').waitFor();
    expect(requests.filter((address) => address.includes("/oembed"))).toHaveLength(asked);
    await leave();
  });

  test("leaves its content to what made the page, and moves with it", async () => {
    const { page, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(host.url);
    await page.locator("#film iframe").waitFor();
    // As React and others do: they compare what is in the document with what they made, and change it.
    const content = await page.evaluate(
      ([slug = ""]) => {
        const player = document.createElement("videoteca-player");
        player.setAttribute("slug", slug);
        const link = document.createElement("a");
        player.append(link);
        document.body.append(player);
        Object.assign(window, { player, link });
        return player.outerHTML;
      },
      [film],
    );
    await page.locator("body > videoteca-player iframe").waitFor();
    const changed = await page.evaluate(() => {
      const { player, link } = window as unknown as { player: HTMLElement; link: HTMLElement };
      const before = player.outerHTML;
      player.replaceChild(document.createElement("b"), link);
      document.querySelector("#film")?.append(player);
      return [before, player.outerHTML];
    });
    expect(changed).toEqual([content, content.replaceAll("a>", "b>")]);
    await page.locator("#film > :last-child iframe").waitFor();
    expect(await page.locator("iframe[title*=Criminalizing]").count()).toBe(1);
    await leave();
  });

  test("works in a shadow root: with the film's events and its height", async () => {
    const { page, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(host.url);
    await page.evaluate(
      (html) => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        document.querySelector("#film")?.remove();
        const article = document.createElement("article");
        document.body.append(article);
        article.attachShadow({ mode: "open" }).innerHTML = html;
        document.addEventListener("videoteca", ({ target, detail }: CustomEventInit & Event) => {
          seen.push(`${(target as Element).localName} ${detail.event}`);
        });
      },
      `<div style="width:480px">${element(`slug="${film}" lang="es"`)}</div>`,
    );
    const frame = page.locator("article iframe");
    await frame.waitFor();
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await expect.poll(seen).toContain("article ready");
    const inside = page.frameLocator("article iframe");
    await inside.locator("summary").click();
    await expect.poll(async () => (await frame.boundingBox())?.height).toBeGreaterThan(400);
    await leave();
  });

  test("dispatches the film's events: chapters as they begin, and errors", async () => {
    const { page, troubles, leave } = await visit(browser(), {}, [host.url]);
    // Before the page's own scripts: the film may be ready as soon as the page is.
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      document.addEventListener("videoteca", (event) => {
        const { event: name, chapter } = (event as CustomEvent).detail;
        seen.push(name === "chapter" ? `chapter ${chapter}` : name);
      });
    });
    await page.goto(host.url);
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await page.locator("#film iframe").waitFor();
    await expect.poll(seen).toContain("ready");
    const frame = page.frames().find((candidate) => candidate.url().includes(`/embed/${film}`));
    if (frame === undefined) throw new Error("The element has no frame.");
    await playFrom(frame, 33);
    await expect.poll(seen).toContain("chapter La pregunta");
    await expect.poll(seen).toContain("chapter Qué puede hacer usted");
    const chapters = (await seen()).filter((name) => name.startsWith("chapter"));
    expect(new Set(chapters).size).toBe(chapters.length);
    await frame.locator("video").evaluate((video: HTMLVideoElement) => {
      for (const source of video.querySelectorAll("source")) source.remove();
      video.src = "/media/nothing.webm";
      video.load();
    });
    await expect.poll(seen).toContain("error");
    troubles.splice(0);
    await leave();
  });
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startHost } from "../support/host.ts";
import { temporaryFolder } from "../support/start.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

/** The address of one of the film's files, as its page has it. */
async function addressOf(selector: string, attribute: string): Promise<string> {
  const page = await browser().newPage();
  await page.goto(`${url}/en/watch/${film}`);
  const address = await page.locator(selector).first().getAttribute(attribute);
  await page.close();
  if (address === null) throw new Error(`The page has no ${selector}.`);
  return url + address;
}

describe("a file that is opened by itself", () => {
  test("plays if it is a film", async () => {
    const address = await addressOf("video source", "src");
    const { page, leave } = await visit(browser());
    await page.goto(address);
    await page.waitForFunction(() => (document.querySelector("video")?.readyState ?? 0) >= 2);
    await leave();
  });

  test("shows if it is a picture", async () => {
    const address = await addressOf("video", "poster");
    const { page, leave } = await visit(browser());
    await page.goto(address);
    await page.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 0);
    await leave();
  });

  test("runs no script and has no access to the library, whatever it is", async () => {
    const { page } = await visit(browser());
    await page.goto(`${url}/captions/${film}/en.vtt`);
    // A policy applies to scripts that a document has, not to those that a test evaluates.
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.documentElement.append(script);
      return "ran" in window;
    });
    expect(ran).toBe(false);
    await page.close();
  });
});

describe("an embed", () => {
  const hasFilm = async (page: Page) => {
    await expect
      .poll(() => page.frames().some((frame) => frame.url().startsWith(`${url}/embed/`)))
      .toBe(true);
    const frame = page.frames().find((each) => each.url().startsWith(`${url}/embed/`));
    await frame?.locator("video").waitFor({ state: "attached" });
  };

  test("can be framed by a file, which has no origin", async () => {
    const frame = `<iframe title="Film" src="${url}/embed/${film}"></iframe>`;
    const { folder, remove } = await temporaryFolder();
    const file = join(folder, "page.html");
    await writeFile(file, `<!doctype html><title>Page</title>${frame}`);
    const page = await browser().newPage();
    await page.goto(pathToFileURL(file).href);
    await hasFilm(page);
    await page.close();
    await remove();
  });

  test("can be framed by a page in a sandbox", async () => {
    const page = await browser().newPage();
    const inner = `<iframe title='Film' src='${url}/embed/${film}'></iframe>`;
    await page.setContent(
      `<!doctype html><title>Page</title><iframe title="Sandbox" sandbox="allow-scripts" srcdoc="${inner}"></iframe>`,
    );
    await hasFilm(page);
    await page.close();
  });

  test("opens the film's page from a sandbox that allows windows", async () => {
    const host = await startHost(
      `${url}/embed/${film}?lang=en`,
      'sandbox="allow-scripts allow-popups"',
    );
    const page = await browser().newPage();
    await page.goto(host.url, { waitUntil: "networkidle" });
    const opened = page.context().waitForEvent("page");
    const frame = page.frames().find((each) => each.url().startsWith(url));
    await frame?.getByRole("heading", { level: 1 }).getByRole("link").click();
    const filmPage = await opened;
    await filmPage.getByRole("heading", { level: 1 }).waitFor();
    expect(filmPage.url()).toContain(`/en/watch/${film}`);
    await page.context().close();
    await host.stop();
  });
});

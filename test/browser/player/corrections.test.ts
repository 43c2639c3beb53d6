import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Library, openLibrary, publish } from "../support/library.ts";
import { useBrowser } from "../support/visit.ts";

const browser = useBrowser();

/** A library for this file only, since its settings and captions change. */
let library: Library;
let folder: string;
const root = join(import.meta.dirname, "../../..");
const film = "criminalizing-migration";

beforeAll(async () => {
  library = await openLibrary();
  folder = await mkdtemp(join(tmpdir(), "videoteca-corrections-"));
  const manifests = join(root, "media-manifests");
  await cp(manifests, join(folder, "media-manifests"), { recursive: true });
  const settings = join(folder, "media-manifests/library.yaml");
  const text = await readFile(settings, "utf8");
  await writeFile(settings, `${text}reportMistakes: mistakes@example.org\n`);
  const captions = join(folder, "media-manifests/how-did-we-get-here", film, "en.vtt");
  const vtt = await readFile(captions, "utf8");
  await writeFile(captions, vtt.replace("start far apart", "begin far from one another"));
  await publish(library, join(folder, "media-manifests"));
});

afterAll(async () => {
  await library.stop();
  await rm(folder, { recursive: true });
});

async function open(path: string, options = {}): Promise<{ page: Page; close(): Promise<void> }> {
  const page = await browser().newPage({ baseURL: library.url, ...options });
  await page.goto(path);
  return { page, close: () => page.context().close() };
}

/** The page's link to report a mistake; the menu that appears for selected text has another one. */
const reportLink = (page: Page) => page.locator("a[data-report]:not(.selection-menu a)");

/** The email that the report link opens, as a mail program reads it. */
async function readReportEmail(page: Page) {
  const href = await reportLink(page).getAttribute("href");
  const { pathname, searchParams } = new URL(href ?? "");
  return { to: pathname, subject: searchParams.get("subject"), body: searchParams.get("body") };
}

describe("a correction of a transcript", () => {
  test("is announced on the page, and the old text can be read without JavaScript", async () => {
    const { page, close } = await open(`/en/watch/${film}`, { javaScriptEnabled: false });
    const line = page.locator(".corrected");
    expect(await line.textContent()).toMatch(/^Corrected on \w+ \d+, \d{4} See the corrections$/);
    await line.getByRole("link").click();
    await page.waitForURL(`${library.url}/transcripts/${film}/en/corrections`);
    expect(await page.locator("del").allTextContents()).toEqual(["start", "apart"]);
    expect(await page.locator("ins").allTextContents()).toEqual(["begin", "from one another"]);
    await page.getByRole("link", { name: "0:22" }).click();
    await page.waitForURL(`${library.url}/en/watch/${film}?t=22.9`);
    await close();
  });

  test("isn't announced for other languages", async () => {
    const { page, close } = await open(`/es/watch/${film}`);
    expect(await page.locator(".corrected").count()).toBe(0);
    await close();
  });
});

describe("the email to report a mistake", () => {
  test("names the page if there is no JavaScript, in the reader's language", async () => {
    const { page, close } = await open(`/es/watch/${film}`, { javaScriptEnabled: false });
    expect(await reportLink(page).textContent()).toBe("Avisar de un error");
    expect(await readReportEmail(page)).toEqual({
      to: "mistakes@example.org",
      subject: "Error en «[La criminalización de la migración]»",
      body: `${library.url}/es/watch/${film}\r\n\r\n¿Qué debería decir?\r\n`,
    });
    await close();
  });

  test("names the moment and the spoken text when its link gets the focus", async () => {
    const { page, close } = await open(`/en/watch/${film}?t=24`);
    const link = page.getByRole("link", { name: "Report a mistake at this moment" });
    await link.focus();
    expect((await readReportEmail(page)).body).toBe(
      "At 0:24 the text reads:\r\nHere, two threads begin far from one another and wind around each other.\r\n" +
        `${library.url}/en/watch/${film}?t=24\r\n\r\nWhat should it say?\r\n`,
    );
    await close();
  });

  test("names the selected text, with any special characters in it", async () => {
    const { page, close } = await open(`/vi/watch/${film}`);
    const segment = page.locator("[data-start]").nth(3);
    await segment.waitFor();
    await segment.evaluate((element) => {
      element.textContent = "50% & “vậy” #?\ud83d\ude00 %url%";
      getSelection()?.selectAllChildren(element);
    });
    await reportLink(page).dispatchEvent("pointerdown");
    const { subject, body } = await readReportEmail(page);
    expect(subject).toContain("Lỗi trong “");
    expect(body?.split("\r\n")[1]).toBe("50% & “vậy” #?\ud83d\ude00 %url%");
    await close();
  });
});

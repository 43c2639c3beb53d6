import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { formatProblem } from "../../../src/manifest/errors/problem.ts";
import { writeDocument } from "../../cli/upload/large-document.ts";
import { makePdf } from "../../support/pdf.ts";
import { violations } from "../support/axe.ts";
import { askStaffApi, drop, faults, publishTitle, signInAt } from "../support/console.ts";
import { type Library, openLibrary } from "../support/library.ts";
import { startUploadLine } from "../support/upload-line.ts";
import { film, useBrowser } from "../support/visit.ts";

/** A folder is published from the browser, as `videoteca apply` does it. */

const root = join(import.meta.dirname, "../../..");
const browser = useBrowser();
let library: Library;
let folder = "";

beforeAll(async () => {
  library = await openLibrary();
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(async () => {
  await library?.stop();
  await rm(folder, { recursive: true, force: true });
});

const api = (path: string, init?: RequestInit) => askStaffApi(library, path, init);

/** @param url the library's address, or that of a line to it */
async function openPublishPage(
  options: BrowserContextOptions = {},
  url = library.url,
): Promise<Page> {
  const page = await signInAt(browser(), "/staff/publish", { ...library, url }, options);
  await page.locator(".drop").waitFor();
  return page;
}

const chooseFolder = (page: Page, path: string) =>
  page.locator('[data-choose="folder"]').setInputFiles(path);

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const lines = (page: Page) => page.locator(".lines li").allTextContents();

/** The elements that are wider than the window. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 120));
  });

test("a folder's mistakes are those of check; corrected, it is published, and stops at a colleague's change", async () => {
  const work = join(folder, "from-a-browser");
  await cp(join(root, "media-manifests/how-did-we-get-here", film), work, { recursive: true });
  await rm(join(work, ".videoteca.json"), { force: true });
  const manifestFile = join(work, "episode.yaml");
  const right = (await readFile(manifestFile, "utf8"))
    .replace(`slug: ${film}`, "slug: from-a-browser")
    .replace("series: how-did-we-get-here\nepisode: 1\n", "");
  await writeFile(
    manifestFile,
    right.replace("license:", "licence:").replace("file: vi.vtt", "file: vn.vtt"),
  );
  const page = await openPublishPage({ bypassCSP: true });
  expect(await violations(page)).toEqual([]);

  await chooseFolder(page, work);
  await page.getByRole("alert").waitFor();
  const { problems } = await readManifests([work]);
  const expected = problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ""));
  expect(expected.length).toBeGreaterThan(1);
  expect((await lines(page)).slice(0, -1)).toEqual(expected);
  expect(await violations(page)).toEqual([]);

  await writeFile(manifestFile, right);
  await button(page, "Choose again").click();
  await chooseFolder(page, work);
  await button(page, "Publish").waitFor();
  expect((await lines(page)).join("\n")).toContain(
    "+ create     from-a-browser  Episode (en, es, vi)",
  );
  expect(await violations(page)).toEqual([]);
  await button(page, "Publish").click();
  await page.getByRole("heading", { name: "Published" }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect((await fetch(`${library.url}/en/watch/from-a-browser`)).status).toBe(200);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "from-a-browser/.videoteca.json" }).click();
  await (await download).saveAs(join(work, ".videoteca.json"));

  await publishTitle(library, "from-a-browser", "A colleague's title");
  await button(page, "Publish something else").click();
  await chooseFolder(page, work);
  await button(page, "Publish").waitFor();
  expect((await lines(page)).join("\n")).toContain(
    "would undo  ~ en title: “Criminalizing Migration” → “A colleague's title” (published as revision 2 by",
  );
  expect(await button(page, "Publish").isDisabled()).toBe(true);
  await page.getByRole("checkbox").check();

  // Another change between plan and publication: the colleague wins, and this page is told.
  await publishTitle(library, "from-a-browser", "A title of this moment");
  await button(page, "Publish").click();
  await page.getByRole("heading", { name: "Not everything was published" }).waitFor();
  expect((await lines(page)).join("\n")).toMatch(
    /^failed +from-a-browser: .*\n.*A title of this moment/s,
  );
  await button(page, "See what would change now").click();
  await page.getByRole("checkbox").check();
  await button(page, "Publish").click();
  await page.getByRole("heading", { name: "Published" }).waitFor();
  const after = await (await api("works/from-a-browser/history")).json();
  expect(after.current).toBe(4);
  await page.context().close();
});

test("on a phone, an upload outlives a lost line and a reload, and can be paused", async () => {
  // Two parts: of 8 MiB, and the rest.
  const { folder: work } = await writeDocument(folder, "a-large-document", { en: 8_400_000 });
  const line = await startUploadLine(library.url);
  const phone = { viewport: { width: 360, height: 640 }, bypassCSP: true };
  const page = await openPublishPage(phone, line.url);
  const context = page.context();
  // The line is lost before the second part.
  line.before = async (offset) => {
    if (offset === 0) return true;
    await context.setOffline(true);
    return false;
  };
  await chooseFolder(page, work);
  await button(page, "Publish").click();
  await page.locator('[data-interruption="offline"]').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);

  // The tab is closed, although the page warns.
  page.on("dialog", (dialog) => void dialog.accept());
  line.before = () => false;
  await context.setOffline(false);
  await page.reload();
  await page.locator(".drop").waitFor();

  // The next part is held back until the upload is paused.
  const held = Promise.withResolvers<number>();
  const paused = Promise.withResolvers<boolean>();
  line.before = (offset) => {
    held.resolve(offset);
    return paused.promise;
  };
  await chooseFolder(page, work);
  await button(page, "Publish").click();
  expect(await held.promise).toBe(8 * 1024 * 1024);
  await button(page, "Pause").click();
  await page.locator('[data-interruption="paused"]').waitFor();
  paused.resolve(false);
  line.before = () => true;
  await button(page, "Go on").click();
  await page.getByRole("heading", { name: "Published" }).waitFor();
  expect((await fetch(`${library.url}/en/read/a-large-document`)).status).toBe(200);
  await context.close();
  await line.close();
});

test("what a PDF says is read in the browser, and found after publishing", async () => {
  const work = join(folder, "a-pdf");
  await mkdir(work);
  await writeFile(join(work, "en.pdf"), makePdf([["Know your rights"], ["Bond hearings"]]));
  const fields =
    "inLanguage: en\nstatus: published\ndatePublished: 2026-01-01\nname: { en: Rights }";
  const texts = "texts: [{ inLanguage: en, file: en.pdf }]";
  await writeFile(
    join(work, "document.yaml"),
    `kind: Document\nslug: a-pdf\n${fields}\n${texts}\n`,
  );
  const page = await openPublishPage();
  await chooseFolder(page, work);
  await button(page, "Publish").click();
  await page.getByRole("heading", { name: "Published" }).waitFor();
  await page.context().close();
  const found = await (await fetch(`${library.url}/en/search?q=bond+hearings`)).text();
  expect(found).toMatch(/href="\/media\/[0-9a-f]{64}\.pdf#page=2"/);
});

/** Downloads the folder of the form. @returns its files by their paths */
async function downloadFolder(page: Page): Promise<Record<string, Uint8Array>> {
  const download = page.waitForEvent("download");
  await button(page, "Download the manifest and its files").click();
  const archive = await download;
  expect(archive.suggestedFilename()).toBe("my-interview.zip");
  const saved = join(folder, "my-interview.zip");
  await archive.saveAs(saved);
  return unzipSync(await readFile(saved));
}

test("on a phone, a dropped folder with a film and no manifest becomes an episode by the form", async () => {
  const source = join(root, "media-manifests/how-did-we-get-here", film);
  const files = {
    "my-interview.en.webm": "film.webm",
    "my-interview.en.vtt": "en.vtt",
    "my-interview.es.srt": "es.srt",
  };
  const given = join(folder, "given");
  for (const [name, original] of Object.entries(files)) {
    await cp(join(source, original), join(given, name));
  }
  await writeFile(join(given, "my-interview.txt"), "What was said in an interview.");
  await writeFile(join(given, "raw.mov"), "a film that browsers don't play");
  const page = await openPublishPage({ viewport: { width: 360, height: 640 }, bypassCSP: true });
  await drop(page, given);
  await page.locator("#field-slug").waitFor();
  expect(await page.locator("#field-slug").inputValue()).toBe("my-interview");
  expect(await page.locator("#field-name-en").inputValue()).toBe("My interview");
  expect(await page.locator("#field-description-en").inputValue()).toContain("an interview");
  expect(await page.locator("#field-captions-1-inLanguage").inputValue()).toBe("es");
  expect(await page.locator(".warning").textContent()).toContain("raw.mov: browsers don't play");
  expect(await violations(page)).toEqual([]);

  // Dropped again on the form, nothing is there twice; another file of the same name is kept beside the first.
  await writeFile(join(folder, "my-interview.es.srt"), "1\n00:00:00,000 --> 00:00:01,000\nHola\n");
  await drop(page, given);
  await page
    .getByText("Nothing was added: the form has these files already, or can't use them.")
    .waitFor();
  await page
    .locator("#field-captions-1-file-new")
    .setInputFiles(join(folder, "my-interview.es.srt"));
  await page
    .locator("#field-captions-0-file-new")
    .setInputFiles(join(given, "my-interview.es.srt"));
  await page.getByText("this one is my-interview.es (2).srt here").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.locator("#field-captions-0-file").selectOption("my-interview.en.vtt");

  await page.locator(".form-film video").evaluate(async (video: HTMLVideoElement) => {
    video.currentTime = 3;
    while (video.seeking || video.readyState < 2) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await button(page, "Chapter here").click();
  await page.locator("#field-chapters-0-start").waitFor();
  await page.locator("#field-chapters-0-start").fill("0:00");
  await button(page, "Use this picture as the poster").click();
  await page.locator("#field-poster-file").waitFor();
  await page.waitForFunction(
    () => document.querySelector<HTMLSelectElement>("#field-poster-file")?.value === "poster.webp",
  );

  // Each mistake is beside its field.
  await page.locator("#field-slug").fill("My Interview");
  await button(page, "Check and see what would change").click();
  await page.locator("#field-slug-mistakes").waitFor();
  expect(await page.locator("#field-slug").getAttribute("aria-invalid")).toBe("true");
  expect(await page.locator("#field-poster-mistakes").textContent()).toContain("alt");
  expect(await faults(page)).toEqual([]);

  await page.locator("#field-slug").fill("my-interview");
  await page.locator("#field-poster-alt-en").fill("A row of doors before a low sun.");
  await page.locator("#field-chapters-0-name-en").fill("The beginning");
  await button(page, "Check and see what would change").click();
  await button(page, "Publish").click();
  await page.getByRole("heading", { name: "Published" }).waitFor();
  const { record } = await (await api("works/my-interview/revisions/1")).json();
  expect(record).toMatchObject({
    kind: "Episode",
    status: "draft",
    name: { en: "My interview" },
    chapters: [{ start: 0, name: { en: "The beginning" } }],
    captions: [
      { inLanguage: "en", kind: "captions" },
      { inLanguage: "es", kind: "subtitles" },
    ],
    poster: { alt: { en: "A row of doors before a low sun." } },
  });

  // Right after publishing, its folder can be downloaded with what it remembers.
  expect(await violations(page)).toEqual([]);
  const atOnce = Object.keys(await downloadFolder(page));
  const names = [".videoteca.json", "episode.yaml", "my-interview.en.webm", "poster.webp"];
  expect(atOnce).toEqual(expect.arrayContaining(names.map((name) => `my-interview/${name}`)));

  // What is downloaded later is the folder that was published too, film included.
  await page.goto("/staff/publish?work=my-interview");
  const later = await downloadFolder(page);
  for (const [path, bytes] of Object.entries(later)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const { problems, works } = await readManifests([join(folder, "my-interview")]);
  // The Spanish subtitles have no title beside them, of which `check` warns.
  expect(problems.map(({ severity }) => severity)).toEqual(["warning"]);
  // The published record has the version of its schema besides.
  expect([record]).toMatchObject(works.map((work) => work.record));
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.goto("/staff/publish");
  await chooseFolder(page, join(folder, "my-interview"));
  await page.getByText("Everything is as in the library").waitFor();
  await page.context().close();
});

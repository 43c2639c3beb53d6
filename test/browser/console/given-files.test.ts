import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drop, faults, signInAt } from "../support/console.ts";
import { useLibrary } from "../support/library.ts";
import { film, useBrowser } from "../support/visit.ts";

/** What people drop and paste: folders in folders, empty files, files that can't be used. */

const browser = useBrowser();
const library = useLibrary();
const source = join(import.meta.dirname, "../../../media-manifests/how-did-we-get-here", film);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const openOnPhone = (path: string): Promise<Page> =>
  signInAt(browser(), path, library(), {
    viewport: { width: 360, height: 640 },
    bypassCSP: true,
  });

/** Pastes files, as after copying them in a window of the system's. */
const paste = (page: Page, files: readonly { readonly name: string; readonly text: string }[]) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const { name, text } of given) clipboardData.items.add(new File([text], name));
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  }, files);

test("in Spanish, folders in a folder are dropped on an empty form: languages come from their names, and reasons are in Spanish", async () => {
  const given = join(folder, "march");
  for (const language of ["es", "vi"])
    await mkdir(join(given, "captions", language), { recursive: true });
  await cp(join(source, "film.webm"), join(given, "La marcha.es.webm"));
  await cp(join(source, "es.srt"), join(given, "captions/es/captions.srt"));
  await cp(join(source, "vi.vtt"), join(given, "captions/vi/captions.vtt"));
  await writeFile(join(given, "captions/raw.mov"), "a film that browsers don't play");
  const page = await openOnPhone("/staff/publish?lang=es");
  await page.getByRole("button", { name: "Una película o una grabación de sonido" }).click();
  await page.locator("#field-slug").waitFor();

  await drop(page, given);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("#field-slug")?.value === "la-marcha",
  );
  expect(await page.locator("#field-name-es").inputValue()).toBe("La marcha");
  const languages = await page
    .locator("[id^=field-captions-][id$=-inLanguage]")
    .evaluateAll((all) => all.map((each) => Reflect.get(each, "value")));
  expect(languages.toSorted()).toEqual(["es", "vi"]);
  const leftOut = page.locator(".warning li");
  expect(await leftOut.textContent()).toContain("raw.mov: los navegadores no reproducen");
  expect(await leftOut.locator("[lang]").count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

test("files are pasted, an empty film too: it is told at its field, and nothing is published", async () => {
  const page = await openOnPhone("/staff/publish");
  await page.locator(".drop").waitFor();
  const captions = await readFile(join(source, "en.vtt"), "utf8");
  await paste(page, [
    { name: "empty-film.en.mp4", text: "" },
    { name: "empty-film.en.vtt", text: captions },
    { name: "empty-film.es.srt", text: "" },
  ]);
  await page.locator("#field-slug").waitFor();
  expect(await page.locator("#field-slug").inputValue()).toBe("empty-film");
  expect(await page.locator("#field-captions-0-inLanguage").inputValue()).not.toBe("");
  await page.getByRole("button", { name: "Check and see what would change" }).click();
  await page.locator("#field-video-0-file-mistakes").waitFor();
  expect(await page.locator("#field-video-0-file-mistakes").textContent()).toContain("empty");
  const wrong = page.locator("#field-video-0-file[aria-invalid=true]");
  expect(await wrong.evaluate((field) => getComputedStyle(field).borderTopWidth)).toBe("2px");
  expect(await page.locator("#field-captions-1-file-mistakes").textContent()).toContain(
    "empty-film.es.srt is empty",
  );
  expect(await faults(page)).toEqual([]);

  // More is pasted onto the form; the same again is there once.
  await paste(page, [{ name: "poster.webp", text: "no picture" }]);
  await page.getByText("poster.webp").first().waitFor();
  expect(await page.locator("#field-poster-file").inputValue()).toBe("poster.webp");
  await page.context().close();
});

test("an empty folder is told, and an empty manifest is a mistake as on the command line", async () => {
  const page = await openOnPhone("/staff/publish");
  await page.locator(".drop").waitFor();
  const empty = join(folder, "nothing");
  await mkdir(join(empty, "in/it"), { recursive: true });
  await drop(page, empty);
  await page.locator(".drop [role=status]").waitFor();
  await writeFile(join(empty, "episode.yaml"), "");
  await drop(page, empty);
  await page.getByRole("alert").waitFor();
  expect(await page.locator(".lines li").first().textContent()).toContain(
    "nothing/episode.yaml:1:1",
  );
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

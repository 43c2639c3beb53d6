import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askStaffApi, drop, sendSecret, signInAt } from "../support/console.ts";
import { writeLargeFilm } from "../support/large-film.ts";
import { useLibrary } from "../support/library.ts";
import { longestWait } from "../support/longest-wait.ts";
import { pressTabUntil } from "../support/tab-key.ts";
import { startUploadLine } from "../support/upload-line.ts";
import { film, useBrowser } from "../support/visit.ts";

const browser = useBrowser();
const library = useLibrary();
const source = join(import.meta.dirname, "../../../media-manifests/how-did-we-get-here", film);
/** In bytes: three parts of an upload, of 8 MiB each but for the last, which is the only one that begins past half. */
const filmSize = 16_800_000;
const titles = { en: "From nothing", es: "De la nada", vi: "Từ con số không" };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A film and its captions, without a manifest. @returns the folder */
async function writeFiles(name: string, size: number): Promise<string> {
  const target = join(folder, name);
  await mkdir(target);
  await writeLargeFilm(join(target, `${name}.en.webm`), size);
  await cp(join(source, "en.vtt"), join(target, `${name}.en.vtt`));
  await cp(join(source, "es.srt"), join(target, `${name}.es.srt`));
  await cp(join(source, "vi.vtt"), join(target, `${name}.vi.vtt`));
  return target;
}

async function expectPublished(slug: string, size: number): Promise<void> {
  for (const [language, title] of Object.entries(titles)) {
    const page = await fetch(`${library().url}/${language}/watch/${slug}`);
    expect(page.status, language).toBe(200);
    expect(await page.text()).toContain(title);
    const captions = await fetch(`${library().url}/captions/${slug}/${language}.vtt`);
    expect(captions.status, language).toBe(200);
  }
  const { record } = await (await askStaffApi(library(), `works/${slug}/revisions/1`)).json();
  expect(record.video).toMatchObject([{ size }]);
}

/** Goes to a control with Tab alone. @param control its id after `#`, or its text */
async function tabTo(page: Page, control: string): Promise<void> {
  const isThere = await page.evaluateHandle(
    (wanted) => () => {
      const { activeElement: active } = document;
      return wanted.startsWith("#")
        ? `#${active?.id}` === wanted
        : active?.textContent?.trim() === wanted;
    },
    control,
  );
  expect(await pressTabUntil(page, isThere, 300), `Tab leads to ${control}`).toBe(true);
}

async function typeInto(page: Page, control: string, text: string): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.type(text);
}

async function press(page: Page, control: string): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}

/**
 * Chooses files with Enter. The listener stays for the page's life: Playwright turns the interception of file dialogs on
 * and off with it, and Enter would be there first.
 */
function useFileDialog(page: Page) {
  let path = "";
  let chosen = Promise.withResolvers<void>();
  page.on("filechooser", (chooser) => {
    chooser.setFiles(path).then(chosen.resolve, chosen.reject);
  });
  return async (control: string, file: string): Promise<void> => {
    path = file;
    chosen = Promise.withResolvers();
    await press(page, control);
    await chosen.promise;
  };
}

test("by keyboard alone, in an empty form; the line is cut before the last part, the tab closed, and it goes on with that part", async () => {
  const files = await writeFiles("by-keyboard", filmSize);
  const line = await startUploadLine(library().url);
  const context = await browser().newContext({ baseURL: line.url });
  let page = await context.newPage();
  let chooseFile = useFileDialog(page);
  page.setDefaultTimeout(longestWait);
  await page.goto("/staff/publish");
  await typeInto(page, "#secret", library().token);
  await page.keyboard.press("Enter");
  await page.locator(".drop").waitFor();
  await press(page, "A film or a sound recording");
  await page.locator("#field-slug").waitFor();
  for (const [language, title] of Object.entries(titles)) {
    await typeInto(page, `#field-name-${language}`, title);
  }
  await typeInto(page, "#field-description-en", "A film that was published without a mouse.");
  await typeInto(page, "#field-slug", "by-keyboard");
  await typeInto(page, "#field-status", "published");
  await typeInto(page, "#field-datePublished", "2026-11-01");
  await press(page, "Add: Film files");
  await page.locator("#field-video-0-file:focus").waitFor();
  await chooseFile("#field-video-0-file-new", join(files, "by-keyboard.en.webm"));
  const captions = ["en.vtt", "es.srt", "vi.vtt"];
  for (const [index, name] of captions.entries()) {
    const field = `#field-captions-${index}`;
    await press(page, "Add: Captions");
    await page.locator(`${field}-inLanguage:focus`).waitFor();
    await typeInto(page, `${field}-inLanguage`, name.slice(0, 2));
    await typeInto(page, `${field}-kind`, index === 0 ? "captions" : "subtitles");
    await chooseFile(`${field}-file-new`, join(files, `by-keyboard.${name}`));
    await typeInto(page, `${field}-origin`, "a person");
  }
  await press(page, "Check and see what would change");
  await page.getByRole("button", { name: "Publish", exact: true }).waitFor();

  line.before = async (offset) => {
    if (offset <= filmSize / 2) return true;
    await context.setOffline(true);
    return false;
  };
  await press(page, "Publish");
  await page.locator('[data-interruption="offline"]').waitFor();
  await page.close();
  await context.setOffline(false);
  line.before = () => true;
  const sent = line.offsets.length;

  page = await context.newPage();
  chooseFile = useFileDialog(page);
  page.setDefaultTimeout(longestWait);
  await page.goto("/staff/publish");
  await page.getByText("still here: From nothing").waitFor();
  await press(page, "Go on with it");
  await page.locator("#missing-files").waitFor();
  await chooseFile("#missing-files", join(files, "by-keyboard.en.webm"));
  await page.locator("#missing-files").waitFor({ state: "detached" });
  await press(page, "Check and see what would change");
  await page.getByRole("button", { name: "Publish", exact: true }).waitFor();
  await press(page, "Publish");
  await page.getByRole("heading", { name: "Published" }).waitFor();
  expect(line.offsets.slice(sent).map((offset) => offset > filmSize / 2)).toEqual([true]);
  await expectPublished("by-keyboard", filmSize);

  // What is published isn't offered again.
  await page.reload();
  await page.locator(".drop").waitFor();
  expect(await page.getByText("still here").count()).toBe(0);
  await context.close();
  await line.close();
});

test("by mouse, from a dropped folder; the session is ended from elsewhere, and it goes on after signing in", async () => {
  // Another size is another film.
  const size = filmSize + 2;
  const files = await writeFiles("by-mouse", size);
  const body = JSON.stringify({ name: "Ana", scopes: ["publish"] });
  const created = await askStaffApi(library(), "tokens", { method: "POST", body });
  const { id, secret } = await created.json();
  const line = await startUploadLine(library().url);
  const own = { url: line.url, token: secret };
  const page = await signInAt(browser(), "/staff/publish", own);
  await page.locator(".drop").waitFor();

  await drop(page, files);
  await page.locator("#field-slug").waitFor();
  expect(await page.locator("#field-slug").inputValue()).toBe("by-mouse");
  const languages = page.locator("[id^=field-captions-][id$=-inLanguage]");
  const values = await languages.evaluateAll((all) =>
    all.map((each) => Reflect.get(each, "value")),
  );
  expect(values.toSorted()).toEqual(["en", "es", "vi"]);
  for (const [language, title] of Object.entries(titles)) {
    const field = page.locator(`#field-name-${language}`);
    await field.click({ clickCount: 3 });
    await page.keyboard.type(title);
  }
  await page.locator("#field-status").selectOption("published");
  await page.locator("#field-datePublished").click();
  await page.keyboard.type("2026-11-01");
  await page.getByRole("button", { name: "Check and see what would change" }).click();
  const publish = page.getByRole("button", { name: "Publish", exact: true });
  await publish.waitFor();

  let isEnded = false;
  line.before = async (offset) => {
    if (offset > size / 2 && !isEnded) {
      isEnded = true;
      await askStaffApi(library(), `tokens/${id}`, { method: "DELETE" });
    }
    return true;
  };
  await publish.click();
  await page.locator('[data-interruption="signed-out"]').waitFor();
  const halfWay = Math.max(...line.offsets);
  const [other] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Sign in again" }).click(),
  ]);
  await sendSecret(other, library().token);
  // The other tab tells this one: nothing needs to be pressed here.
  await page.getByRole("heading", { name: "Published" }).waitFor();
  expect(line.offsets.filter((offset) => offset < halfWay)).toEqual(
    [...new Set(line.offsets)].filter((offset) => offset < halfWay),
  );
  await expectPublished("by-mouse", size);
  await page.context().close();
  await line.close();
});

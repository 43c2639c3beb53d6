import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { askStaffApi, faults, sendSecret, signInAt } from "../support/console.ts";
import { useLibrary } from "../support/library.ts";
import { film, useBrowser } from "../support/visit.ts";

/** The captions editor as staff use it, with a real library behind it. */

const browser = useBrowser();
const library = useLibrary();

/** A page of a signed-in browser. */
async function signIn(secret: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { url } = library();
  // For axe.
  const page = await signInAt(
    browser(),
    "/staff",
    { url, token: secret },
    { bypassCSP: true, ...options },
  );
  await page.locator(".list-filters").waitFor();
  return page;
}

async function fillSecret(page: Page, secret: string): Promise<void> {
  await sendSecret(page, secret);
  await page.locator(".list-filters").waitFor();
}

const texts = (page: Page) => page.locator("textarea.edited");

async function openEditor(page: Page, language: string): Promise<void> {
  await page.goto(`/staff/works/${film}/captions/${language}`);
  await page.locator(".cue").first().waitFor();
}

const api = (path: string, init?: RequestInit) => askStaffApi(library(), path, init);

async function draftsNow() {
  const { drafts } = await (await api(`drafts?slug=${film}`)).json();
  return drafts.map(({ language, state, savedBy }: Record<string, string>) => [
    ...[language, state, savedBy],
  ]);
}

async function publicCaptions(language: string): Promise<string> {
  return (await fetch(`${library().url}/captions/${film}/${language}.vtt`)).text();
}

/** Publishes another text of a track, as a colleague does with the command line. */
async function publishTrack(language: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
  await api(`blobs/${digest}.vtt`, { method: "PUT", body: bytes });
  const history = await (await api(`works/${film}/history`)).json();
  const { record } = await (await api(`works/${film}/revisions/${history.current}`)).json();
  const file = { sha256: digest, extension: "vtt", size: bytes.length };
  for (const track of record.captions) if (track.inLanguage === language) track.file = file;
  const answer = await api(`works/${film}`, {
    method: "PUT",
    body: JSON.stringify(record),
    headers: { "If-Match": `"${history.digest}"` },
  });
  expect(answer.status).toBe(200);
}

async function publishInEditor(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("button", { name: "Publish this" }).waitFor();
  const changes = await page.locator(".plan .changes li").allTextContents();
  await page.getByRole("button", { name: "Publish this" }).click();
  await page.getByText("Published.", { exact: true }).waitFor();
  return changes;
}

test("a translation is corrected, split, undone, kept over a reload, and published by its plan", async () => {
  const page = await signIn(library().token);
  await openEditor(page, "es");
  const count = await page.locator(".cue").count();
  const before = await texts(page).nth(2).inputValue();
  await texts(page).nth(2).fill("¡Qué bien! Otra frase.");
  await page.locator(".saving", { hasText: "Draft saved" }).waitFor();

  await texts(page)
    .nth(2)
    .evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(10, 10));
  await page.keyboard.press("Shift+Alt+KeyS");
  await expect.poll(() => page.locator(".cue").count()).toBe(count + 1);
  expect(await texts(page).nth(3).inputValue()).toBe("Otra frase.");
  await page.keyboard.press("Control+KeyZ");
  await expect.poll(() => page.locator(".cue").count()).toBe(count);
  await page.keyboard.press("Control+KeyZ");
  await expect.poll(() => texts(page).nth(2).inputValue()).toBe(before);
  await page.keyboard.press("Control+Shift+KeyZ");
  await page.keyboard.press("Control+Shift+KeyZ");
  await expect.poll(() => page.locator(".cue").count()).toBe(count + 1);
  // Enter goes on to the next cue, and Shift+Enter breaks the line.
  await texts(page).nth(3).press("Enter");
  await expect
    .poll(() =>
      texts(page)
        .nth(4)
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  // Without a connection everything is kept in the browser.
  await page.context().setOffline(true);
  await texts(page).nth(4).fill("Sin conexión.");
  await page.locator(".saving", { hasText: "No connection" }).waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await page.locator(".cue").first().waitFor();
  await page.getByText("What you had written here is back.").waitFor();
  expect(await texts(page).nth(2).inputValue()).toBe("¡Qué bien!");
  expect(await texts(page).nth(4).inputValue()).toBe("Sin conexión.");

  const written = await texts(page).evaluateAll(
    (all) => all.filter((one) => (one as HTMLTextAreaElement).value !== "").length,
  );
  const changes = await publishInEditor(page);
  expect(changes).toEqual([expect.stringContaining("es captions")]);
  const published = await publicCaptions("es");
  expect(published).toContain("¡Qué bien!");
  expect(published).toContain("Sin conexión.");
  expect(published.match(/-->/g)).toHaveLength(written);
  await expect.poll(draftsNow).toEqual([]);
  await page.context().close();
});

test("a typo is corrected in four steps from the work's page, and the public page says when", async () => {
  const page = await signIn(library().token);
  await page.goto(`/staff/works/${film}`);
  await page.locator(`a[href$="/captions/vi"]`).first().click();
  const line = texts(page).nth(1);
  await line.fill(`${await line.inputValue()} (sửa)`);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("button", { name: "Publish this" }).click();
  await page.getByText("Published.", { exact: true }).waitFor();

  await page.goto(`/vi/watch/${film}`);
  expect(await page.locator(".corrected").textContent()).toMatch(/\d{4}/);
  expect(await page.locator(".transcript").textContent()).toContain("(sửa)");
  await page.context().close();
});

test("what a colleague published meanwhile is merged, and nobody's line is lost without a question", async () => {
  const page = await signIn(library().token);
  await openEditor(page, "vi");
  const old = await publicCaptions("vi");
  const row = page.locator(".cue").filter({ has: page.locator("textarea", { hasText: "" }) });
  expect(await row.count()).toBeGreaterThan(3);
  const index = await texts(page).evaluateAll((all) =>
    all.findIndex((one) => (one as HTMLTextAreaElement).value.includes("Đây là bản minh họa")),
  );
  await texts(page).nth(index).fill("Câu của tôi.");
  await publishTrack(
    "vi",
    old
      .replace("Đây là bản minh họa.", "Câu của họ.")
      .replace("Phim do nhóm làm phần mềm này thực hiện,", "Câu khác của họ,"),
  );
  await page.getByRole("button", { name: "Show what would change" }).click();
  const conflict = page.locator(".conflict");
  await conflict.waitFor();
  expect(await conflict.count()).toBe(1);
  expect(await conflict.textContent()).toContain("Câu của họ.");
  expect(await conflict.textContent()).toContain("Câu của tôi.");
  expect(await violations(page)).toEqual([]);
  expect(
    await texts(page)
      .nth(index + 1)
      .inputValue(),
  ).toBe("Câu khác của họ,");
  await conflict.getByRole("button", { name: "Keep yours" }).click();
  await publishInEditor(page);
  const published = await publicCaptions("vi");
  expect(published).toContain("Câu của tôi.");
  expect(published).toContain("Câu khác của họ,");
  expect(published).not.toContain("Câu của họ.");
  await page.context().close();
});

test("a translator writes drafts in their languages, marks them as ready, and goes on after the session ended", async () => {
  const body = JSON.stringify({ name: "Rosa", scopes: ["read-drafts"], languages: ["es"] });
  const { secret } = await (await api("tokens", { method: "POST", body })).json();
  const page = await signIn(secret);
  await openEditor(page, "es");
  expect(await page.getByRole("button", { name: "Show what would change" }).count()).toBe(0);
  await texts(page).nth(1).fill("De Rosa.");
  await page.locator(".saving", { hasText: "Draft saved" }).waitFor();

  await page.context().clearCookies();
  await texts(page).nth(2).fill("También de Rosa.");
  await page.getByRole("link", { name: "Sign in, in a new tab" }).waitFor();
  const other = await page.context().newPage();
  await other.goto("/staff");
  await fillSecret(other, secret);
  await page.getByRole("button", { name: "I have signed in" }).click();
  await page.getByText("What you had written here is back.").waitFor();
  expect(await texts(page).nth(1).inputValue()).toBe("De Rosa.");
  expect(await texts(page).nth(2).inputValue()).toBe("También de Rosa.");
  await page.getByRole("button", { name: "Mark as ready" }).click();
  await expect.poll(draftsNow).toEqual([["es", "ready", "Rosa"]]);
  expect(await publicCaptions("es")).not.toContain("De Rosa.");

  await openEditor(page, "vi");
  await page.getByText("not save drafts in this language").first().waitFor();
  await page.context().close();
});

test("a new language begins with a file, on a phone, and every state is without faults", async () => {
  const page = await signIn(library().token, { viewport: { width: 360, height: 640 } });
  await page.goto(`/staff/works/${film}`);
  await page.getByLabel("Captions in another language").fill("ar");
  await page.getByRole("button", { name: "Open" }).click();
  await page.locator(".cue").first().waitFor();
  expect(await faults(page)).toEqual([]);
  const srt =
    "1\n00:00:02,200 --> 00:00:04,000\nمرحبا <3 بكم\n\n2\n00:00:05,000 --> 00:00:05,500\nهذه جملة طويلة جدا لنصف ثانية\n";
  const file = { name: "ar.srt", mimeType: "text/plain", buffer: Buffer.from(srt) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText("This is the text of ar.srt.").waitFor();
  // The lint of `videoteca check` speaks at the cue.
  await page.locator(".findings", { hasText: "characters for 0.5 s" }).waitFor();
  await page.locator(".tool-panel summary", { hasText: "Keys" }).click();
  expect(await faults(page)).toEqual([]);
  await publishInEditor(page);
  expect(await publicCaptions("ar")).toContain("مرحبا &lt;3 بكم");
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

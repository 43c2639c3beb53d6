import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askStaffApi, faults, publishTitle, signInAt } from "../support/console.ts";
import { type Library, openLibrary } from "../support/library.ts";
import { film, useBrowser } from "../support/visit.ts";

/** The console as staff use it: on a phone, on a laptop, without a script. */

const browser = useBrowser();
let library: Library;

beforeAll(async () => {
  library = await openLibrary();
});
afterAll(() => library?.stop());

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** A page of a signed-in browser. axe needs a script and no policy; the console needs neither. */
async function signIn(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await signInAt(browser(), "/staff", library, { bypassCSP: true, ...options });
  await page.locator(".list-filters").waitFor();
  return page;
}

const api = (path: string, init?: RequestInit) => askStaffApi(library, path, init);

test("a wrong token is said to be wrong, on a page without faults", async () => {
  const context = await browser().newContext({ ...phone, baseURL: library.url, bypassCSP: true });
  const page = await context.newPage();
  await page.goto("/staff");
  expect(await faults(page)).toEqual([]);
  await page.locator("#secret").fill("not a token");
  await page.locator("main button").tap();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("isn't valid");
  expect(await faults(page)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("on a phone, without a script, a film is withdrawn in three taps, and stops at once", async () => {
  const page = await signIn({ ...phone, javaScriptEnabled: false });
  const current = await (await api(`works/${film}/history`)).json();
  const { record } = await (await api(`works/${film}/revisions/${current.current}`)).json();
  const addresses = [
    `/en/watch/${film}`,
    `/es/watch/${film}`,
    `/embed/${film}`,
    `/captions/${film}/en.vtt`,
    `/transcripts/${film}/en.txt`,
  ];
  const media = `/media/${record.video[0].file?.sha256 ?? record.video[0].sha256}.webm`;
  const statusOf = async (path: string) => {
    const response = await fetch(library.url + path);
    await response.arrayBuffer();
    return response.status;
  };
  for (const path of [...addresses, media]) expect(await statusOf(path), path).toBe(200);

  await page.getByRole("link", { name: "Criminalizing Migration" }).tap();
  const withdraw = page.getByRole("link", { name: "Withdraw" });
  await withdraw.waitFor();
  expect((await withdraw.boundingBox())?.y).toBeLessThan(600);
  await withdraw.tap();
  const now = page.getByRole("button", { name: "Withdraw now" }).first();
  await now.waitFor();
  expect((await now.boundingBox())?.y).toBeLessThan(600);
  await now.tap();
  await page.getByRole("status").waitFor();
  expect(await page.getByRole("status").textContent()).toContain("Withdrawn");

  for (const path of addresses) expect(await statusOf(path), path).toBe(410);
  expect(await statusOf(media)).toBe(404);
  // Only the console's own addresses have the cookie.
  const cookies = await page.context().cookies(`${library.url}/en/`);
  expect(cookies).toEqual([]);
  await page.context().close();
});

test("every page of the console is without faults on a phone and on a laptop, in both languages", async () => {
  const slug = "strategic-plan-executive-summary-2020-2024";
  await publishTitle(library, slug, "The plan, renamed");
  const draft = `/staff/works/${slug}/drafts/text/en`;
  const saved = await api(`drafts/${slug}/text/en`, {
    method: "PUT",
    body: JSON.stringify({ basedOn: null, text: "# A plan\n\nA new text.", state: "ready" }),
    headers: { "If-None-Match": "*" },
  });
  expect(saved.status).toBe(201);
  const page = await signIn({ ...phone });
  const found: Record<string, string[]> = {};
  for (const path of [
    "/staff",
    "/staff?status=draft&needs=stale",
    `/staff/works/${slug}`,
    `/staff/works/${slug}/difference`,
    `/staff/works/${slug}/texts`,
    `/staff/works/${slug}/withdraw`,
    `/staff/works/${slug}/rollback?revision=1`,
    `/staff/works/${slug}/restore`,
    "/staff/works/there-is-none",
    "/staff/sessions",
    "/staff/members",
    draft,
  ]) {
    await page.goto(path);
    found[path] = await faults(page);
  }
  const draftText = page.locator(".draft-text");
  expect(await draftText.evaluate((field) => getComputedStyle(field).fontFamily)).toContain("mono");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("button", { name: "Publish this" }).waitFor();
  found["the plan of a draft"] = await faults(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of ["/staff?lang=es", `/staff/works/${slug}`, `/staff/works/${slug}/withdraw`]) {
    await page.goto(path);
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    found[`${path}, es`] = await faults(page);
  }
  expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([]);
  await page.context().close();
});

test("the header's links are one row on a phone, in Spanish too; the account's are below", async () => {
  const page = await signIn({ ...phone });
  for (const language of ["en", "es"]) {
    await page.goto(`/staff?lang=${language}`);
    const tops = await page
      .locator(".site-nav a")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect(tops).toHaveLength(4);
    expect(new Set(tops).size, language).toBe(1);
  }
  await page.locator("footer").getByRole("link", { name: "Sesiones" }).click();
  await page.waitForURL(/\/staff\/sessions/);
  await page.context().close();
});

test("a colleague's publication in between is told before a rollback, and nothing is lost", async () => {
  const slug = "a-second-chance-for-all";
  await publishTitle(library, slug, "A first new title");
  const page = await signIn();
  await page.goto(`/staff/works/${slug}`);
  await page.getByRole("link", { name: "Go back to revision 1" }).click();
  await page.getByText("“A first new title” →").waitFor();

  await publishTitle(library, slug, "A colleague's title");
  await page.getByRole("button", { name: "Go back to this revision" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.locator("h1").textContent()).toBe("Someone else published this work meanwhile");
  expect(await page.getByRole("alert").textContent()).toContain("npm start made revision 3");
  expect(await page.locator(".changes").textContent()).toContain("A colleague's title");
  expect(await faults(page)).toEqual([]);
  const title = async () =>
    (await (await fetch(`${library.url}/api/v1/works/${slug}?lang=en`)).json()).name;
  expect(JSON.stringify(await title())).toContain("A colleague's title");

  await page.getByRole("link", { name: "Look at the work as it is now" }).click();
  await page.getByRole("link", { name: "Go back to revision 1" }).click();
  await page.getByRole("button", { name: "Go back to this revision" }).click();
  await page.getByRole("status").waitFor();
  expect(JSON.stringify(await title())).toContain("A Second Chance for All");
  await page.context().close();
});

test("a title is corrected with its plan, by keyboard, and a mistake keeps what was written", async () => {
  const slug = "admin-platform-policy-memo";
  const page = await signIn({ ...phone });
  await page.goto(`/staff/works/${slug}`);
  await page.getByRole("link", { name: "Edit names and descriptions" }).tap();
  const title = page.getByLabel("Title: English");
  await title.fill("");
  await page.getByLabel("Title: Spanish").fill("");
  await page.getByLabel("Title: Vietnamese").fill("");
  await page.getByRole("button", { name: "Show what would change" }).tap();
  await page.getByRole("alert").waitFor();
  expect(await faults(page)).toEqual([]);
  await title.fill("Policy Memo, corrected");
  await page.keyboard.press("Tab");
  await page.getByLabel("Title: Spanish").fill("Memorando, corregido");
  await page.getByRole("button", { name: "Show what would change" }).press("Enter");
  const plan = page.getByRole("status");
  await plan.waitFor();
  expect(await plan.textContent()).toContain("→ “Policy Memo, corrected”");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Publish this" }).press("Enter");
  await page.getByText("Published.", { exact: true }).waitFor();
  const read = await (await fetch(`${library.url}/es/read/${slug}`)).text();
  expect(read).toContain("Memorando, corregido");
  await page.context().close();
});

test("signing out ends the session, and its form is of no use afterwards", async () => {
  const page = await signIn();
  const cookies = await page.context().cookies(`${library.url}/staff`);
  expect(cookies.map(({ httpOnly, sameSite, path }) => ({ httpOnly, sameSite, path }))).toEqual([
    { httpOnly: true, sameSite: "Strict", path: "/staff" },
  ]);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.locator("#secret").waitFor();
  const { value = "" } = cookies[0] ?? {};
  const headers = { Cookie: `videoteca_session=${value}` };
  expect((await fetch(`${library.url}/staff/api/whoami`, { headers })).status).toBe(401);
  await page.context().close();
});

test("a session that ended in the meantime loses nothing that was written", async () => {
  const slug = "immigrants-deserve-a-second-chance";
  const page = await signIn();
  await page.goto(`/staff/works/${slug}/texts`);
  const description = page.getByLabel("Description: English");
  await description.fill("First line.\nSecond line.");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("Your session has ended");
  expect(await faults(page)).toEqual([]);

  await page.locator("#secret").fill(library.token);
  const [other] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Sign in" }).click(),
  ]);
  await other.locator(".list-filters").waitFor();
  await page.getByRole("button", { name: "Send the form again" }).click();
  // The form was of the session that ended: once more, with the token of the new one.
  await page.getByText("an earlier session").waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Send the form again" }).click();
  await page.getByRole("button", { name: "Publish this" }).waitFor();
  expect(await description.inputValue()).toBe("First line.\nSecond line.");
  await page.context().close();
});

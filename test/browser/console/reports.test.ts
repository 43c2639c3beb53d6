import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { askStaffApi, faults, signInAt } from "../support/console.ts";
import { useLibrary } from "../support/library.ts";
import { longestWait } from "../support/longest-wait.ts";
import { film, useBrowser } from "../support/visit.ts";

/** Reports of mistakes, from the reader's form to the captions that are corrected; the last test reads the report of the first. */

const browser = useBrowser();
const library = useLibrary();

beforeAll(async () => {
  const path = "works/library";
  const { current, digest } = await (await askStaffApi(library(), `${path}/history`)).json();
  const revision = await askStaffApi(library(), `${path}/revisions/${current}`);
  const { record } = await revision.json();
  const answer = await askStaffApi(library(), path, {
    method: "PUT",
    body: JSON.stringify({ ...record, reportMistakes: "inbox" }),
    headers: { "If-Match": `"${digest}"` },
  });
  expect(answer.status).toBe(200);
});

/** A reader's page on a phone. */
async function openOnPhone(path: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser().newContext({
    baseURL: library().url,
    viewport: { width: 360, height: 640 },
    javaScriptEnabled,
    // For axe.
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  await page.goto(path);
  return page;
}

const words = "Falta una tilde.";

test("a reader reports a mistake in Spanish on a phone without JavaScript", async () => {
  const page = await openOnPhone(`/es/watch/${film}?t=3`, false);
  await page.locator("a[data-report]").click();
  const field = page.locator("#report-words");
  const moment = page.locator("#report-moment");
  await field.waitFor();
  expect(await moment.inputValue()).toBe("0:03");
  expect(await page.locator(".report blockquote").textContent()).not.toBe("");
  await field.fill(words);
  await page.locator(".report form button").click();
  await page.waitForURL(/sent=1/);
  expect(await page.locator(".report a").getAttribute("href")).toContain("t=3");
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

test("the form is without faults on a phone in Arabic, and keeps what was written when a field is wrong", async () => {
  const page = await openOnPhone(`/ar/report/${film}?t=3`, true);
  const field = page.locator("#report-words");
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect(await faults(page)).toEqual([]);
  await field.fill("هنا خطأ <b>");
  await page.locator("#report-moment").fill("9:59:59");
  await page.locator(".report form button").click();
  await page.locator("#report-error").waitFor();
  expect(await field.inputValue()).toBe("هنا خطأ <b>");
  const wrong = page.locator("[aria-invalid=true]");
  expect(await wrong.getAttribute("id")).toBe("report-moment");
  expect(await wrong.getAttribute("aria-describedby")).toBe("report-error");
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

test("a report leads from the inbox to the editor at its cue, and is marked as done", async () => {
  const page = await signInAt(browser(), "/staff/reports", library(), {
    viewport: { width: 360, height: 640 },
    colorScheme: "dark",
    bypassCSP: true,
  });
  const report = page.locator(".rows > li").filter({ hasText: words });
  await report.waitFor();
  expect(await faults(page)).toEqual([]);
  await report.getByRole("link", { name: "0:03" }).click();
  // The cue of the moment has the focus.
  const cue = page.locator(".cue:focus-within");
  await cue.waitFor();
  expect(await cue.locator("input").first().inputValue()).toMatch(/^0:0[0-3]/);
  await page.goBack();
  await report.getByRole("button", { name: /Mark as done/ }).click();
  await page.getByRole("status").waitFor();
  expect(await report.count()).toBe(0);
  await page.context().close();
});

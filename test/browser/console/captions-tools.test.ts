import { expect, test } from "vitest";
import { askStaffApi, faults, signInAt } from "../support/console.ts";
import { useLibrary } from "../support/library.ts";
import { film, useBrowser } from "../support/visit.ts";

/** The tools of the captions editor on the film: playing, times, rows, both languages, the translator's name. */

const browser = useBrowser();
const library = useLibrary();

test("cues are played, timed, joined and split in both languages, and the translator is named as asked", async () => {
  const page = await signInAt(browser(), "/staff", library(), { bypassCSP: true });
  await page.locator(".list-filters").waitFor();
  await page.goto(`/staff/works/${film}/captions/es?t=1`);
  const cues = page.locator(".cue");
  const focused = page.locator(".cue:focus-within");
  await focused.waitFor();
  expect(await focused.getAttribute("aria-label")).toBe("Cue 1");
  const count = await cues.count();
  const video = page.locator("video");
  const end = cues.first().locator("input").nth(1);
  const secondsOf = async (field: typeof end) =>
    Number((await field.inputValue()).replace(/^0:/, ""));
  const cueEnd = await secondsOf(end);

  // The film plays the cue and stops at its end; repeated, it begins again.
  await page.keyboard.press("Shift+Alt+KeyP");
  const stoppedAt = () =>
    video.evaluate((one: HTMLVideoElement) => (one.paused ? one.currentTime : 0));
  await expect.poll(stoppedAt).toBeGreaterThanOrEqual(cueEnd);
  await video.evaluate((one: HTMLVideoElement) =>
    one.addEventListener("seeked", () => {
      one.dataset.seeked = String(Number(one.dataset.seeked ?? 0) + 1);
    }),
  );
  await page.keyboard.press("Shift+Alt+KeyR");
  const seeks = () => video.evaluate((one) => Number(one.dataset.seeked ?? 0));
  await expect.poll(seeks).toBeGreaterThan(1);
  await page.keyboard.press("Shift+Alt+Space");

  // The end is set to the film's moment, and moved by an arrow key.
  await video.evaluate((one: HTMLVideoElement) => {
    one.currentTime = 1.5;
  });
  await page.keyboard.press("Shift+Alt+Digit2");
  await expect.poll(() => end.inputValue()).toBe("0:01.500");
  await end.press("ArrowUp");
  expect(await end.inputValue()).toBe("0:01.600");

  // Both languages are split and joined in one act.
  await page.getByLabel(/Write English too/).check();
  const english = page.locator("textarea.edited-beside");
  await english.first().waitFor();
  const spanish = page.locator("textarea.edited");
  const before = [await spanish.nth(1).inputValue(), await english.nth(1).inputValue()];
  await spanish.nth(1).focus();
  await spanish.nth(1).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
  await page.keyboard.press("Shift+Alt+KeyS");
  await expect.poll(() => cues.count()).toBe(count + 1);
  expect(await english.nth(1).inputValue()).not.toBe(before[1]);
  expect(await english.nth(2).inputValue()).not.toContain(">");
  await page.keyboard.press("Control+KeyZ");
  await expect.poll(() => cues.count()).toBe(count);
  expect([await spanish.nth(1).inputValue(), await english.nth(1).inputValue()]).toEqual(before);
  await page.keyboard.press("Shift+Alt+KeyM");
  await expect.poll(() => cues.count()).toBe(count - 1);
  // The keyboard goes on after the cue that had the focus is gone.
  await page.keyboard.press("Shift+Alt+Backspace");
  await expect.poll(() => cues.count()).toBe(count - 2);
  await focused.waitFor();
  await page.keyboard.press("Control+KeyZ");
  await page.keyboard.press("Control+KeyZ");
  await expect.poll(() => cues.count()).toBe(count);

  // What was written beside without a connection is back after a reload.
  await page.context().setOffline(true);
  await english.nth(1).fill("Written on a train.");
  await page.locator(".saving", { hasText: "No connection" }).waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await focused.waitFor();
  await page.getByLabel(/Write English too/).check();
  await english.first().waitFor();
  await expect.poll(() => english.nth(1).inputValue()).toBe("Written on a train.");
  await page.getByLabel(/Write English too/).uncheck();

  // All times move; what isn't a time is told at its field.
  await page.locator(".tool-panel summary", { hasText: "Move or stretch times" }).click();
  const seconds = page.getByLabel("Move by seconds (minus is earlier)");
  const moveAll = page.getByRole("button", { name: "Move all cues" });
  await seconds.fill("one");
  await moveAll.click();
  expect(await seconds.evaluate((field: HTMLInputElement) => field.validationMessage)).toContain(
    "Write seconds",
  );
  await seconds.fill("0,5");
  await moveAll.click();
  await expect.poll(() => end.inputValue()).toBe("0:02.100");

  // A speaker who was named once is offered for the next cue.
  await spanish.nth(2).focus();
  await page.keyboard.press("Shift+Alt+KeyK");
  await page.keyboard.type("Ana");
  await spanish.nth(3).focus();
  await page.keyboard.press("Shift+Alt+KeyK");
  await page.locator("datalist option[value=Ana]").waitFor({ state: "attached" });
  expect(await cues.nth(2).locator(".written .who").textContent()).toBe("Ana");
  expect(await faults(page)).toEqual([]);

  await page.getByRole("button", { name: "Show what would change" }).click();
  const translator = page.getByLabel("Translator, as readers see it (Spanish)");
  // Another name is another plan, which is shown anew.
  await page.locator(".plan button").evaluate((one) => {
    one.dataset.isOld = "";
  });
  await translator.fill("Lan Nguyễn");
  await translator.press("Tab");
  await page.locator(".plan button:not([data-is-old]):focus").waitFor();
  await page.getByRole("button", { name: "Publish this" }).click();
  await page.getByText("Published.", { exact: true }).waitFor();
  const history = await (await askStaffApi(library(), `works/${film}/history`)).json();
  const revision = await askStaffApi(library(), `works/${film}/revisions/${history.current}`);
  const { captions } = (await revision.json()).record;
  expect(captions).toContainEqual(
    expect.objectContaining({ inLanguage: "es", translator: "Lan Nguyễn" }),
  );
  await page.context().close();
});

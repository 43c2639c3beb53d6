import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

/** The names of all visible interactive elements of the controls, in page order. */
function listControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".controls :is(button, select, input, a)")]
      .filter((element) => element.checkVisibility() && element.closest("dialog") === null)
      .map(
        (element) =>
          element.getAttribute("name") ??
          element.getAttribute("aria-label") ??
          element.textContent ??
          "",
      ),
  );
}

interface FocusedElement {
  readonly name: string;
  readonly isInControls: boolean;
  /** Why a sighted person might not see that it has the focus. */
  readonly trouble?: string;
}

function readFocus(page: Page): Promise<FocusedElement> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const name =
      element.getAttribute("name") ??
      element.getAttribute("aria-label") ??
      element.textContent ??
      "";
    const isInControls = element.closest(".controls") !== null;
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    const isInWindow = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isCovered = above === null || !(element.contains(above) || above.contains(element));
    /** How far the outline reaches beyond the element; it is drawn inside with a negative offset. */
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const isCutOffBy = (clip: { left: number; right: number; top: number; bottom: number }) =>
      left - reach < clip.left - 0.5 ||
      right + reach > clip.right + 0.5 ||
      top - reach < clip.top - 0.5 ||
      bottom + reach > clip.bottom + 0.5;
    let isCutOff = isCutOffBy({ left: 0, right: innerWidth, top: 0, bottom: innerHeight });
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).overflowY !== "visible") {
        isCutOff ||= isCutOffBy(at.getBoundingClientRect());
      }
    }
    if (hasOutline && isCutOff) {
      return { name, isInControls, trouble: `the outline of ${name} is cut off` };
    }
    if (!hasOutline) return { name, isInControls, trouble: `${name} has no outline` };
    if (!isInWindow) return { name, isInControls, trouble: `${name} is outside the window` };
    return { name, isInControls, ...(isCovered && { trouble: `${name} is covered` }) };
  });
}

/** Presses a key until the focused element is as wanted; returns all elements on the way. */
async function pressUntil(
  page: Page,
  key: string,
  isWanted: (focused: FocusedElement) => boolean,
): Promise<FocusedElement[]> {
  const focused: FocusedElement[] = [];
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press(key);
    const current = await readFocus(page);
    focused.push(current);
    if (isWanted(current)) return focused;
  }
  throw new Error(
    `${key} never reached the wanted element, only: ${focused.map(({ name }) => name).join(", ")}`,
  );
}

test.each([
  ["film's page", `/vi/watch/${film}#t=15,20`],
  ["embed", `/embed/${film}?lang=vi&t=15,20`],
  ["embed, right to left", `/embed/${film}?lang=ar&t=15,20`],
])("Tab reaches all controls on the %s, and the focus is visible", async (_, address) => {
  const { page, leave } = await visit(browser(), { viewport: { width: 320, height: 640 } });
  await page.goto(address);
  await pressUntil(page, "Tab", ({ isInControls }) => isInControls);
  await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
  const panelButtons = await page.locator(".controls [aria-controls]").allTextContents();
  expect(panelButtons.length).toBe(3);
  for (const panelButton of panelButtons) {
    // Back to before the controls, then to the button of the next panel.
    await pressUntil(page, "Shift+Tab", ({ isInControls }) => !isInControls);
    await pressUntil(page, "Tab", ({ name }) => name === panelButton);
    await page.keyboard.press("Enter");
    expect(await page.locator(".panel:not(dialog *):visible").count()).toBe(1);
    const all = await listControls(page);
    await pressUntil(page, "Shift+Tab", ({ isInControls }) => !isInControls);
    const reached = await pressUntil(
      page,
      "Tab",
      ({ isInControls, name }) => isInControls && name === all.at(-1),
    );
    const inControls = reached.filter(({ isInControls }) => isInControls);
    expect(inControls.map(({ name }) => name)).toEqual(all);
    expect(inControls.flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
    await page.keyboard.press("Escape");
    expect((await readFocus(page)).name).toBe(panelButton);
    expect(await page.locator(".panel:not(dialog *):visible").count()).toBe(0);
  }
  if (address.startsWith("/embed")) {
    const summary = await page.locator("summary").textContent();
    const after = await pressUntil(page, "Tab", ({ name }) => name === summary);
    expect(after.flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
  }
  await leave();
});

test("a dialog takes the focus, keeps it, and returns it to its button", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/es/watch/${film}`);
  for (const [button, first] of [
    ["Atajos de teclado", "keys"],
    ["Insertar", "embed-language"],
  ]) {
    if (!(await page.locator("#settings-panel").isVisible())) {
      await pressUntil(page, "Tab", ({ name }) => name.includes("Ajustes"));
      await page.keyboard.press("Enter");
    }
    await pressUntil(page, "Tab", ({ name }) => name === button);
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    expect((await readFocus(page)).name).toBe(first);
    for (let pressed = 0; pressed < 8; pressed += 1) {
      await page.keyboard.press("Tab");
      // After the last element, the focus moves to the browser's interface; then the body is active.
      const hasLeft = await page.evaluate(
        () =>
          document.activeElement !== document.body &&
          document.activeElement?.closest("dialog[open]") === null,
      );
      expect(hasLeft).toBe(false);
    }
    // The preview's frame gets its own key events, so move the focus back to the dialog first.
    await pressUntil(page, "Shift+Tab", ({ name }) => name === first);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    expect((await readFocus(page)).name).toBe(button);
  }
  await leave();
});

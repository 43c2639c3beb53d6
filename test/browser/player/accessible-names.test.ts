import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { spokenTree } from "../support/spoken-tree.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

/** The accessibility tree of each part of the player, under a heading with the part's name. */
async function renderAllParts(language: string): Promise<string> {
  const { page, leave } = await visit(browser());
  const parts: string[] = [];
  const add = async (part: string, selector: string) => {
    parts.push(`== ${part}\n${await spokenTree(page, selector)}\n`);
  };
  await page.goto(`/${language}/watch/${film}`);
  await add("player", "[data-player]");
  for (const panel of ["captions", "chapters", "settings"]) {
    await page.locator(`[aria-controls=${panel}-panel]`).click();
    await page.locator("dialog.keyboard-help").waitFor({ state: "attached" });
    await add(panel, `#${panel}-panel`);
  }
  // The settings are open now: they hold the buttons of the dialogs and of the link.
  for (const dialog of ["help", "embed"]) {
    await page.locator(`[data-action=${dialog}]`).click();
    await page.locator("dialog[open]").waitFor();
    await add(dialog, "dialog[open]");
    await page.keyboard.press("Escape");
  }
  await page.locator("[data-action=copy]").click();
  await page.locator(".status:not(:empty)").waitFor();
  await add("copied", ".status");
  // A panel takes the place of the error.
  await page.locator("[aria-controls=settings-panel]").click();
  await page.locator(".playback-error").evaluate((message) => message.removeAttribute("hidden"));
  await add("playback error", ".playback-error");
  await page.goto(`/embed/${film}?lang=${language}`);
  await add("embed", "main");
  await leave();
  return parts.join("\n");
}

// A native speaker should read these files aloud to check them.
test.each(["en", "es", "vi", "ar"])(
  "the player's accessible names in %s are as reviewed",
  async (language) => {
    const file = join(import.meta.dirname, `accessible-names/${language}.txt`);
    expect(await renderAllParts(language)).toBe(readFileSync(file, "utf8"));
  },
);

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { spokenTree } from "../support/spoken-tree.ts";
import { film, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

/** All that a screen reader is given of the player, part by part, each under a line that says which. */
async function allOf(language: string): Promise<string> {
  const { page, leave } = await visit(browser());
  const parts: string[] = [];
  const add = async (part: string, selector: string) => {
    parts.push(`== ${part}\n${await spokenTree(page, selector)}\n`);
  };
  await page.goto(`/${language}/watch/${film}`);
  await add("player", "[data-player]");
  for (const panel of ["captions", "chapters", "playback"]) {
    await page.locator(`[aria-controls=${panel}-panel]`).click();
    await page.locator("dialog.help").waitFor({ state: "attached" });
    await add(panel, `#${panel}-panel`);
  }
  for (const dialog of ["help", "embed"]) {
    await page.locator(`[data-do=${dialog}]`).click();
    await page.locator("dialog[open]").waitFor();
    await add(dialog, "dialog[open]");
    await page.keyboard.press("Escape");
  }
  await page.locator("[data-do=copy]").click();
  await page.locator(".said:not(:empty)").waitFor();
  await add("copied", ".said");
  await page.locator(".failed").evaluate((failed) => failed.removeAttribute("hidden"));
  await add("failed", ".failed");
  await page.goto(`/embed/${film}?lang=${language}`);
  await add("embed", "main");
  await leave();
  return parts.join("\n");
}

// These files are meant to be read: aloud, by someone who speaks the language.
test.each(["en", "es", "vi", "ar"])("the player's names read well in %s", async (language) => {
  const file = join(import.meta.dirname, `accessible-names/${language}.txt`);
  expect(await allOf(language)).toBe(readFileSync(file, "utf8"));
});

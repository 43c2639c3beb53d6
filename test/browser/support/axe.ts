import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong now, each with its places. It is put in from outside, which a page's own policy
 * forbids as it should: the page's context needs `bypassCSP`.
 */
export async function violations(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const results = await page.evaluate(
    (parameters) => {
      const { axe } = window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } };
      return axe.run(parameters);
    },
    { resultTypes: ["violations"], ...options } satisfies RunOptions,
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(", ")}`,
  );
}

/** What axe finds wrong in light, and of the contrast in dark: only the colors change. It is light again afterwards. */
export async function violationsInLightAndDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violations(page, { runOnly: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((found) => `dark: ${found}`)];
}

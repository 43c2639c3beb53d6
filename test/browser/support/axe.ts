import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong now, each with its places. It is put in as a debugger does, which takes half the time of
 * `page.evaluate`.
 * @param within looks at what is inside of these selectors only
 */
export async function violations(
  page: Page,
  options: RunOptions = {},
  within: readonly string[] = ["html"],
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    const session = await page.context().newCDPSession(page);
    await session.send("Runtime.evaluate", { expression: source });
    await session.detach();
  }
  return page.evaluate(
    async ([context, parameters]) => {
      const { axe } = window as unknown as {
        axe: { run(c: readonly string[], o: RunOptions): Promise<AxeResults> };
      };
      const results = await axe.run(context, parameters);
      // Only these lines are returned: axe's whole result takes long to send.
      return results.violations.map(
        ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(", ")}`,
      );
    },
    [within, { resultTypes: ["violations"], ...options } satisfies RunOptions] as const,
  );
}

/** What axe finds wrong in light, and of the contrast in dark: only the colors change. It is light again afterwards. */
export async function violationsInLightAndDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  return [...(await violations(page)), ...(await contrastIn(page, { colorScheme: "dark" }))];
}

/** What axe finds wrong of the contrast in other colors. It is light again afterwards. */
export async function contrastIn(
  page: Page,
  colors: { colorScheme: "dark"; forcedColors?: "active" },
  within?: readonly string[],
): Promise<string[]> {
  await page.emulateMedia(colors);
  const found = await violations(page, { runOnly: ["color-contrast"] }, within);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return found.map(
    (trouble) => `${colors.forcedColors === undefined ? "dark" : "forced colors"}: ${trouble}`,
  );
}

import type { Page } from "playwright-core";

/** A page's landmarks and headings with their levels, from the accessibility tree. */
export async function readOutline(page: Page) {
  const snapshot = await page.locator("body").ariaSnapshot();
  const headings = [...snapshot.matchAll(/- '?heading "(.*?)" \[level=(\d)\]/g)].map(
    ([, text = "", level = ""]) => ({ text: text.replaceAll('\\"', '"'), level: Number(level) }),
  );
  const landmarks = [
    ...snapshot.matchAll(
      /- '?(banner|main|contentinfo|navigation|search|complementary|region)\b( "[^"]*")?/g,
    ),
  ].map(([, role = "", name = ""]) => role + name);
  return { headings, landmarks };
}

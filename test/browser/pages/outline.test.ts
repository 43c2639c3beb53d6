import { describe, expect, test } from "vitest";
import { pages } from "../support/pages.ts";
import { usePage } from "../support/visit.ts";

const opened = usePage();

/** A page's landmarks and headings with their levels, from the accessibility tree. */
async function readOutline(path: string) {
  const page = opened();
  await page.goto(path);
  // The transcript's toolbar is added after the page has loaded.
  if ((await page.locator("[data-transcript]").count()) > 0) {
    await page.locator("[name=find]").waitFor();
  }
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

const listHeadings = async (path: string) =>
  (await readOutline(path)).headings.map(({ level, text }) => `${level} ${text}`);

describe.each(["en", "es", "vi", "ar"])("in %s", (language) => {
  test.each(Object.entries(pages))(
    "the outline is well formed on the page: %s",
    async (_, path) => {
      const { headings, landmarks } = await readOutline(path(language));
      // One title, and no skipped level.
      expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
      let before = headings[0]?.level ?? 1;
      for (const { level, text } of headings) {
        expect(level, text).toBeLessThanOrEqual(before + 1);
        expect(text.trim()).not.toBe("");
        before = level;
      }
      // One header, one main part, one footer; landmarks of the same role have different names.
      for (const one of ["banner", "main", "contentinfo"]) {
        expect(landmarks.filter((landmark) => landmark === one)).toEqual([one]);
      }
      const named = landmarks.filter((landmark) => landmark !== "complementary");
      expect(new Set(named).size).toBe(named.length);
    },
  );
});

test("the headings of each page are in order", async () => {
  const home = [
    "1 Videoteca",
    "2 Demonstration: how to use this library",
    "2 How Did We Get Here?",
    "3 Criminalizing Migration",
    "2 Documents",
    "3 What is the Immigration Proposal in the House Build Back Better Bill? (Work Permits, Parole, Plan C)? What are its Limitations?",
    "3 Strategic Plan Executive Summary 2020-2024",
    "3 Platform for Immigrant Justice",
    "3 Immigrants Deserve a Second Chance",
    "3 DHS Deportation Priorities Memo Explainer",
    "3 Admin Platform Policy Memo",
    "3 A Second Chance for All",
  ];
  // Other tests publish more works to this library.
  const shown = await listHeadings(pages.home("en"));
  expect(shown.filter((heading) => home.includes(heading))).toEqual(
    home.filter((heading) => shown.includes(heading)),
  );
  expect(shown.filter((heading) => !heading.startsWith("3"))).toEqual(
    expect.arrayContaining(["1 Videoteca", "2 How Did We Get Here?", "2 Documents"]),
  );
  expect(await listHeadings(pages.read("en"))).toEqual([
    "1 DHS Deportation Priorities Memo Explainer",
    "2 Contents",
    "2 What the memo is",
    "2 Dates to know",
    "2 What this page leaves out",
    "2 Related",
    "2 How to cite",
  ]);
  const watch = await listHeadings(pages.watch("en"));
  expect(watch.filter((heading) => !heading.startsWith("4"))).toEqual(
    expect.arrayContaining([
      "1 Criminalizing Migration",
      "2 Transcript",
      "3 The question",
      "2 Chapters",
      "2 Related",
      "2 Download",
      "2 Next episode",
    ]),
  );
  expect(await listHeadings(pages.missing("en"))).toEqual(["1 Page not found"]);
});

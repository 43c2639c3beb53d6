import { expect, test } from "vitest";
import { readOutline } from "../support/outline.ts";
import { pages } from "../support/pages.ts";
import { usePage } from "../support/visit.ts";

const opened = usePage();

async function listHeadings(path: string): Promise<string[]> {
  const page = opened();
  await page.goto(path);
  return (await readOutline(page)).headings.map(({ level, text }) => `${level} ${text}`);
}

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

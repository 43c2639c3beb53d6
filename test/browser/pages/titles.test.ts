import { describe, expect, test } from "vitest";
import { headingOf, url, useVisit } from "../support/visit.ts";

const visited = useVisit();
const memo = "dhs-deportation-priorities-memo-explainer";

/** The organization's list of titles, and the kind of page of each (DESIGN 13). */
const titles = [
  ["How Did We Get Here?", "/en/series/"],
  ["Criminalizing Migration", "/en/watch/"],
  ["Immigrants Deserve a Second Chance", "/en/read/"],
  ["Admin Platform Policy Memo", "/en/read/"],
  ["Platform for Immigrant Justice", "/en/read/"],
  ["A Second Chance for All", "/en/read/"],
  ["Strategic Plan Executive Summary 2020-2024", "/en/read/"],
  [
    "What is the Immigration Proposal in the House Build Back Better Bill? (Work Permits, Parole, Plan C)? What are its Limitations?",
    "/en/read/",
  ],
  ["DHS Deportation Priorities Memo Explainer", "/en/read/"],
] as const;

describe("the library links to", () => {
  test.each(titles)("%s", async (title, place) => {
    const { page } = visited();
    await page.goto("/en/library");
    await page.getByRole("link", { name: title, exact: true }).click();
    await page.waitForURL(`${url}${place}*`);
    expect(await headingOf(page)).toBe(title);
  });

  test("Informe: Memorando de las Prioridades de Deportación, through the memo's Spanish link", async () => {
    const { page } = visited();
    await page.goto("/en/library");
    const entry = page.locator("article").filter({ hasText: "DHS Deportation Priorities Memo" });
    await entry.getByRole("link", { name: "español" }).click();
    await page.waitForURL(`${url}/es/read/${memo}`);
    expect(await headingOf(page)).toBe("Informe: Memorando de las Prioridades de Deportación");
  });
});

test("the memo is one work in three languages, each with its own text", async () => {
  const { page } = visited();
  await page.goto("/en/library");
  expect(await page.locator(`h3 a[href*="${memo}"]`).count()).toBe(1);

  const work = await (await fetch(`${url}/api/v1/works/${memo}`)).json();
  expect(work.languages.toSorted()).toEqual(["en", "es", "vi"]);
  const texts = new Set<string | null>();
  for (const language of ["en", "es", "vi"]) {
    await page.goto(`/${language}/read/${memo}`);
    const prose = page.locator(".prose");
    expect(await prose.getAttribute("lang")).toBeNull();
    expect(await page.locator("article .label").count()).toBe(0);
    texts.add(await prose.textContent());
  }
  expect(texts.size).toBe(3);
});

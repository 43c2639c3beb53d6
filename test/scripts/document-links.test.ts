import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { micromark } from "micromark";
import { describe, expect, test } from "vitest";
import { decode, linksOf } from "../browser/support/links.ts";

const root = join(import.meta.dirname, "../..");
const documents = globSync(["*.md", "docs/*.md"], { cwd: root });

/** The ids of a file's headings, as GitHub generates them. */
function idsOf(markdown: string): Set<string> {
  const counts = new Map<string, number>();
  const headings = micromark(markdown).matchAll(/<h[1-6]>(.*?)<\/h[1-6]>/g);
  const ids = [...headings].map(([, heading = ""]) => {
    const words = decode(heading.replace(/<[^>]*>/g, "")).toLowerCase();
    const id = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  });
  return new Set(ids);
}

/** The problem with a link in a file; undefined if the link works. */
function findLinkProblem(path: string, link: string): string | undefined {
  const [to = "", anchor] = link.split("#", 2);
  const file = to === "" ? join(root, path) : join(root, dirname(path), decodeURIComponent(to));
  if (relative(root, file).startsWith("..") || !existsSync(file)) return `no file ${to}`;
  if (anchor === undefined || !file.endsWith(".md")) return undefined;
  const isThere = idsOf(readFileSync(file, "utf8")).has(decodeURIComponent(anchor));
  return isThere ? undefined : `no heading #${anchor} in ${relative(root, file)}`;
}

describe("every relative link and anchor works in", () => {
  test.each(documents)("%s", (path) => {
    const { targets } = linksOf(micromark(readFileSync(join(root, path), "utf8")));
    const own = targets.filter((link) => !/^(https?|mailto):/.test(link) && link !== "");
    const problems = own.map((link) => findLinkProblem(path, link));
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });
});

test("a link to a missing file or heading is found", () => {
  expect(findLinkProblem("docs/cli.md", "staff.md")).toBeUndefined();
  expect(findLinkProblem("docs/cli.md", "nothing.md")).toBe("no file nothing.md");
  expect(findLinkProblem("docs/cli.md", "staff.md#nothing")).toBe(
    "no heading #nothing in docs/staff.md",
  );
  const { targets, ids } = linksOf('<a id="x" href="/a?b&amp;c"><img src="/d"></a><p id="y">');
  expect(targets).toEqual(["/a?b&c", "/d"]);
  expect([...ids]).toEqual(["x", "y"]);
});

import { describe, expect, test } from "vitest";
import { checkAcrossManifests } from "../../src/manifest/check-across-manifests.ts";
import { formatProblem } from "../../src/manifest/errors/problem.ts";
import type { LocatedManifest } from "../../src/manifest/located-manifest.ts";
import { readManifest } from "../../src/manifest/read.ts";

const settings = "kind: Library\ninLanguage: en\nname: { en: L }\npublisher: { name: { en: P } }\n";
const common = "inLanguage: en\nstatus: draft\nname: { en: A }\n";

function located(file: string, yaml: string): LocatedManifest {
  const { manifest, problems, ...read } = readManifest(file, yaml);
  if (manifest === undefined) throw new Error(JSON.stringify(problems));
  return { file, manifest, ...read };
}

const document = (slug: string, more = "") =>
  located(
    `${slug}.yaml`,
    `kind: Document\nslug: ${slug}\n${common}texts: [{ inLanguage: en, file: en.md }]\n${more}`,
  );

const problemsOf = (...works: LocatedManifest[]) => checkAcrossManifests(works).map(formatProblem);

describe("a former slug", () => {
  test("is no other work's, today or before, and not the work's own", () => {
    expect(problemsOf(document("a", "formerSlugs: [b]\n"), document("b"))).toEqual([
      expect.stringMatching(/^a\.yaml:7:15 {2}error {2}b is the slug of b\.yaml/),
    ]);
    expect(
      problemsOf(document("a", "formerSlugs: [x]\n"), document("b", "formerSlugs: [y, x]\n")),
    ).toEqual([expect.stringMatching(/^b\.yaml:7:18 {2}error {2}x is a former slug of a\.yaml/)]);
    expect(problemsOf(document("a", "formerSlugs: [a]\n"))).toEqual([
      expect.stringMatching(/^a\.yaml:7:15 {2}error {2}a is this work's own slug/),
    ]);
  });

  test("still names a work as related, as a series and in a season", () => {
    const series = located(
      "series.yaml",
      `kind: Series\nslug: new-tale\n${common}formerSlugs: [tale]\nseasons: [{ season: 1, name: { en: S }, episodes: [part-one] }]\n`,
    );
    const episode = located(
      "episode.yaml",
      `kind: Episode\nslug: part\n${common}series: tale\nseason: 1\nformerSlugs: [part-one]\nrelated: [old-paper]\nvideo: [{ file: a.webm }]\ncaptions: [{ inLanguage: en, kind: captions, file: en.vtt }]\n`,
    );
    const works = [series, episode, document("paper", "formerSlugs: [old-paper]\n")];
    expect(problemsOf(located("library.yaml", settings), ...works)).toEqual([]);
  });
});

test("an unusable former slug is refused", () => {
  const yaml = (slugs: string) =>
    `kind: Document\nslug: a\n${common}formerSlugs: ${slugs}\ntexts: [{ inLanguage: en, file: en.md }]\n`;
  for (const slugs of ["[A]", "[library]", "[b, b]", "b"]) {
    expect([slugs, readManifest("a.yaml", yaml(slugs)).manifest]).toEqual([slugs, undefined]);
  }
});

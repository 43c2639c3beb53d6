import { describe, expect, it } from "vitest";
import { checkTogether } from "../../src/manifest/check-together.ts";
import { formatProblem } from "../../src/manifest/errors/problem.ts";
import type { LocatedManifest } from "../../src/manifest/located-manifest.ts";
import { readManifest } from "../../src/manifest/read.ts";
import { episode } from "./samples.ts";

const series = "kind: Series\nslug: a-series\ninLanguage: en\nstatus: published\nname: { en: S }\n";
const library = "kind: Library\ninLanguage: en\nname: { en: L }\npublisher: { name: { en: P } }\n";

function placed(file: string, yaml: string): LocatedManifest {
  const { manifest, placeOf, problems } = readManifest(file, yaml);
  if (manifest === undefined) throw new Error(JSON.stringify(problems));
  return { file, manifest, placeOf };
}

function problemsOf(works: LocatedManifest[], nearby: string[] = [], isComplete = true): string[] {
  return checkTogether(works, nearby, isComplete).map(formatProblem);
}

describe("manifests that are published together", () => {
  it("fit, where each has its own slug and its series is there", () => {
    expect(problemsOf([placed("s.yaml", series), placed("e.yaml", episode)])).toEqual([]);
  });

  it("may not share a slug: the second is told of the first", () => {
    const other = episode.replace("episode: 1", "episode: 2");
    const works = [placed("s.yaml", series), placed("a.yaml", episode), placed("b.yaml", other)];
    expect(problemsOf(works)).toEqual([
      "b.yaml:2:7  error  first is the slug of a.yaml:2 too: choose another",
    ]);
  });

  it("are warned of two episodes with one number", () => {
    const other = episode.replace("slug: first", "slug: second");
    const works = [placed("s.yaml", series), placed("a.yaml", episode), placed("b.yaml", other)];
    expect(problemsOf(works)).toEqual([
      "b.yaml:7:10  warning  a.yaml has the same number in the same series",
    ]);
  });

  it("must hold the series of their episodes, where they hold series", () => {
    const misspelt = episode.replace("series: a-series", "series: a-seris");
    expect(problemsOf([placed("s.yaml", series), placed("e.yaml", misspelt)])).toEqual([
      "e.yaml:3:9  error  no series here has the slug a-seris: did you mean a-series?",
    ]);
  });

  it("may be an episode alone: its series can be in the library already", () => {
    expect(problemsOf([placed("e.yaml", episode)])).toEqual([
      expect.stringMatching(/^e\.yaml:3:9 {2}warning {2}no series here has the slug a-series/),
    ]);
    expect(problemsOf([placed("e.yaml", episode)], ["a-series"])).toEqual([]);
  });

  it("are warned of related works that aren't there, where the whole library is", () => {
    const related = `${episode}related: [frist, a-series]\n`;
    const other = placed("o.yaml", related.replace("slug: first", "slug: other"));
    const works = [placed("s.yaml", series), placed("e.yaml", episode), other];
    expect(problemsOf([placed("library.yaml", library), ...works]).at(-1)).toBe(
      "o.yaml:17:11  warning  no work here has the slug frist: did you mean first?",
    );
  });

  it("are called incomplete for nothing while one of them can't be read", () => {
    expect(problemsOf([placed("e.yaml", episode)], [], false)).toEqual([]);
  });

  it("are warned of seasons that say otherwise than their episodes", () => {
    const first = episode.replace("episode: 1", "season: 1\nepisode: 1");
    const second = first.replace("slug: first", "slug: second").replace("episode: 1", "episode: 2");
    const listing = (slugs: string) =>
      `${series}seasons: [{ season: 1, name: { en: A }, episodes: [${slugs}] }]\n`;
    const told = (slugs: string, ...yaml: string[]) =>
      problemsOf([
        placed("s.yaml", listing(slugs)),
        ...yaml.map((text, index) => placed(`e${index}.yaml`, text)),
      ]);
    expect(told("first, second", first, second)).toEqual([]);
    expect(told("second, first", first, second)).toEqual([
      expect.stringMatching(
        /^s\.yaml:6:\d+ {2}warning {2}first is number 1, and stands behind number 2/,
      ),
    ]);
    expect(told("frist", first)).toEqual([expect.stringContaining("did you mean first?")]);
    expect(told("first", episode)).toEqual([
      expect.stringContaining("first says that it is in no season: write season: 1"),
    ]);
  });
});

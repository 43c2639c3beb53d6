import { describe, expect, it } from "vitest";
import { checkAcrossManifests } from "../../src/manifest/check-across-manifests.ts";
import { formatProblem } from "../../src/manifest/errors/problem.ts";
import type { LocatedManifest } from "../../src/manifest/located-manifest.ts";
import { readManifest } from "../../src/manifest/read.ts";
import { episode } from "./samples.ts";

const series = "kind: Series\nslug: a-series\ninLanguage: en\nstatus: published\nname: { en: S }\n";
const library = "kind: Library\ninLanguage: en\nname: { en: L }\npublisher: { name: { en: P } }\n";

function placed(file: string, yaml: string): LocatedManifest {
  const { manifest, locationOf, problems } = readManifest(file, yaml);
  if (manifest === undefined) throw new Error(JSON.stringify(problems));
  return { file, manifest, locationOf };
}

/** @param nearby the YAML of series outside the folder */
function problemsOf(works: LocatedManifest[], nearby: string[] = [], isComplete = true): string[] {
  const others = nearby
    .map((yaml) => placed("series.yaml", yaml).manifest)
    .filter((manifest) => manifest.kind === "Series");
  return checkAcrossManifests(works, others, isComplete).map(formatProblem);
}

describe("manifests that are published together", () => {
  it("have no problems if each has its own slug and its series exists", () => {
    expect(problemsOf([placed("s.yaml", series), placed("e.yaml", episode)])).toEqual([]);
  });

  it("can't share a slug: the error of the second names the first", () => {
    const other = episode.replace("episode: 1", "episode: 2");
    const works = [placed("s.yaml", series), placed("a.yaml", episode), placed("b.yaml", other)];
    expect(problemsOf(works)).toEqual([
      "b.yaml:2:7  error  first is also the slug of a.yaml:2: choose another",
    ]);
  });

  it("have a warning if two episodes have the same number", () => {
    const other = episode.replace("slug: first", "slug: second");
    const works = [placed("s.yaml", series), placed("a.yaml", episode), placed("b.yaml", other)];
    expect(problemsOf(works)).toEqual([
      "b.yaml:7:10  warning  a.yaml has the same number in the same series",
    ]);
  });

  it("must include the series of their episodes, if they include any series", () => {
    const misspelt = episode.replace("series: a-series", "series: a-seris");
    expect(problemsOf([placed("s.yaml", series), placed("e.yaml", misspelt)])).toEqual([
      "e.yaml:3:9  error  no series here has the slug a-seris: did you mean a-series?",
    ]);
  });

  it("can be a single episode: its series may already be in the library", () => {
    expect(problemsOf([placed("e.yaml", episode)])).toEqual([
      expect.stringMatching(/^e\.yaml:3:9 {2}warning {2}no series here has the slug a-series/),
    ]);
    expect(problemsOf([placed("e.yaml", episode)], [series])).toEqual([]);
  });

  it("have a warning about unknown related works, if they are the whole library", () => {
    const related = `${episode}related: [frist, a-series]\n`;
    const other = placed("o.yaml", related.replace("slug: first", "slug: other"));
    const works = [placed("s.yaml", series), placed("e.yaml", episode), other];
    expect(problemsOf([placed("library.yaml", library), ...works]).at(-1)).toBe(
      "o.yaml:17:11  warning  no work here has the slug frist: did you mean first?",
    );
  });

  it("have no errors about missing works while one of them can't be read", () => {
    expect(problemsOf([placed("e.yaml", episode)], [], false)).toEqual([]);
  });

  it("have an error if an episode is in a season that its series doesn't have", () => {
    const third = placed("e.yaml", episode.replace("episode: 1", "season: 3\nepisode: 1"));
    const seasons = `${series}seasons: [{ season: 1, name: { en: A } }, { season: 2, name: { en: B } }]\n`;
    const error =
      "e.yaml:7:9  error  the series a-series doesn't have season 3; it has 1, 2: correct the number, or add `- { season: 3, name: … }` to the `seasons` of its series.yaml";
    expect(problemsOf([placed("s.yaml", seasons), third])).toEqual([error]);
    expect(problemsOf([third], [seasons])).toEqual([error]);
    expect(problemsOf([third], [series])).toEqual([
      expect.stringContaining("the series a-series doesn't have season 3: correct"),
    ]);
    expect(problemsOf([third], [seasons.replace("season: 2", "season: 3")])).toEqual([]);
  });

  it("have a warning if seasons and episodes disagree", () => {
    const first = episode.replace("episode: 1", "season: 1\nepisode: 1");
    const second = first.replace("slug: first", "slug: second").replace("episode: 1", "episode: 2");
    const listing = (slugs: string) =>
      `${series}seasons: [{ season: 1, name: { en: A }, episodes: [${slugs}] }]\n`;
    const seasonProblems = (slugs: string, ...yaml: string[]) =>
      problemsOf([
        placed("s.yaml", listing(slugs)),
        ...yaml.map((text, index) => placed(`e${index}.yaml`, text)),
      ]);
    expect(seasonProblems("first, second", first, second)).toEqual([]);
    expect(seasonProblems("second, first", first, second)).toEqual([
      expect.stringMatching(
        /^s\.yaml:6:\d+ {2}warning {2}first is number 1, and is listed after number 2/,
      ),
    ]);
    expect(seasonProblems("frist", first)).toEqual([
      expect.stringContaining("did you mean first?"),
    ]);
    expect(seasonProblems("first", episode)).toEqual([
      expect.stringContaining("first says that it is in no season: write season: 1"),
    ]);
  });
});

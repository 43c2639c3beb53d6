import { describe, expect, it } from "vitest";
import { formatProblem } from "../../../src/manifest/errors/problem.ts";
import { readManifest } from "../../../src/manifest/read.ts";
import { document, episode, library, series } from "../samples.ts";
import { choicesMistakes } from "./mistakes/choices.ts";
import { fieldsMistakes } from "./mistakes/fields.ts";
import { listsMistakes } from "./mistakes/lists.ts";
import { shapesMistakes } from "./mistakes/shapes.ts";
import { valuesMistakes } from "./mistakes/values.ts";
import { yamlMistakes } from "./mistakes/yaml.ts";

const samples = { document, episode, library, series };

function problemsOf(yaml: string, fileName = "e.yaml"): string[] {
  return readManifest(fileName, yaml).problems.map((problem) =>
    formatProblem(problem).slice(fileName.length + 1),
  );
}

describe("a mistake is reported at its location, with what to write instead", () => {
  const mistakes = [
    ...yamlMistakes,
    ...fieldsMistakes,
    ...shapesMistakes,
    ...listsMistakes,
    ...choicesMistakes,
    ...valuesMistakes,
  ];

  it.each(mistakes)("$what", ({ in: base, instead, write, problems }) => {
    const good = samples[base];
    expect(good).toContain(instead);
    expect(problemsOf(good.replace(instead, write))).toEqual(problems);
  });

  it("and the manifests before the mistakes have no errors", () => {
    for (const yaml of Object.values(samples)) {
      expect(problemsOf(yaml).filter((problem) => problem.includes("  error  "))).toEqual([]);
    }
  });
});

describe("what isn't a mistake is accepted", () => {
  it.each([
    ["a byte-order mark", `\ufeff${samples.episode}`],
    ["Windows' line ends", samples.episode.replaceAll("\n", "\r\n")],
    ["a chapter's moment without quotes", samples.episode.replace('"0:00"', "1:05")],
    ["a title that older YAML takes for a boolean", samples.episode.replace("First", "no")],
    [
      "an accent colour of two",
      `${samples.library}accentColor: { light: "#9a3412", dark: "#f0a35c" }\n`,
    ],
  ])("%s", (_, yaml) => {
    expect(problemsOf(yaml)).toEqual([]);
  });
});

describe("a manifest as a whole", () => {
  it("of another kind than its file name has a warning", () => {
    expect(problemsOf(samples.episode, "a/series.yaml")).toEqual([
      "1:7  warning  this file is named series.yaml, but its kind is Episode: rename it to episode.yaml, or change the kind",
    ]);
    expect(problemsOf(samples.episode, "a/episode.yaml")).toEqual([]);
  });

  it("that grows exponentially by aliases is rejected immediately", () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      return `  l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(", ")}]`;
    });
    const problems = problemsOf(`kind: Episode\nname:\n  l0: &l0 [x]\n${levels.join("\n")}\n`);
    expect(problems.length).toBeGreaterThan(300);
    expect(problems[0]).toMatch(
      /^3:11 {2}error {2}`&l0` is a YAML anchor, which manifests don't support/,
    );
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { videoteca } from "../run.ts";

/** Nothing listens there: a command that asked the library would say so. */
const environment = { VIDEOTECA_URL: "http://127.0.0.1:59998", VIDEOTECA_TOKEN: "videoteca_test" };

test("wrong arguments are told with what to write instead, before anything is asked or written", async () => {
  const folder = await mkdtemp(join(tmpdir(), "videoteca arguments ü-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "file"), "");
  const wrong: readonly (readonly [parameters: string[], said: string])[] = [
    [["check", ""], "The argument path is empty: name a manifest or a folder; . is this folder."],
    [["apply", ".", ""], "The argument path is empty"],
    [["export", ""], "The argument folder is empty: name a folder; . is this one."],
    [["history", ""], "The argument slug is empty: give it a value."],
    [["withdraw", "../film", "--yes"], "“../film” isn't a slug: use 1 to 80 of a–z, 0–9 and -."],
    [["status", "Film"], "“Film” isn't a slug"],
    [["export", "file"], "file: something of this name exists already. Name another place."],
    [
      ["init", "file", "--yes"],
      "file: it isn't a folder, or is inside of something that isn't one.",
    ],
    [["token", "create", "--name", "Ana", "--scopes", "publish,all"], "not “all”"],
  ];
  const runs = wrong.map(([parameters]) => videoteca(parameters, folder, environment));
  for (const [index, { code, stdout, stderr }] of (await Promise.all(runs)).entries()) {
    const [parameters, said] = wrong[index] ?? [[], ""];
    expect(stderr, parameters.join(" ")).toContain(said);
    expect(stderr, parameters.join(" ")).not.toMatch(/^ +at /m);
    expect({ code, stdout }, parameters.join(" ")).toEqual({ code: 1, stdout: "" });
  }
});

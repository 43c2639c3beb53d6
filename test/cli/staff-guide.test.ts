import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Library, openLibrary } from "../browser/support/library.ts";
import { root, videoteca } from "./run.ts";

/** docs/staff.md, followed to the letter in a clean folder, with the real command and a real library. */
const guide = readFileSync(join(root, "docs/staff.md"), "utf8");
const work = "media-manifests/how-did-we-get-here/the-second-part";

const folder = mkdtempSync(join(tmpdir(), "videoteca-guide-"));
let library: Library;

beforeAll(async () => {
  library = await openLibrary();
  // 2. Put the files in a folder.
  mkdirSync(join(folder, work), { recursive: true });
  const own = join(root, "media-manifests/how-did-we-get-here");
  copyFileSync(join(own, "series.yaml"), join(folder, work, "../series.yaml"));
  for (const file of ["film.mp4", "poster.webp", "en.vtt", "es.srt"]) {
    copyFileSync(join(own, "criminalizing-migration", file), join(folder, work, file));
  }
  copyFileSync(
    join(own, "criminalizing-migration/discussion-guide.pdf"),
    join(folder, work, "guide.pdf"),
  );
}, 120_000);

afterAll(async () => {
  await library.stop();
  rmSync(folder, { recursive: true });
});

/** The commands of the guide in its own order, those in the text among them. */
function commands(): string[][] {
  const written = guide.matchAll(
    /^videoteca .*|(?<=`)videoteca (?:history|rollback|withdraw)[^`]*/gm,
  );
  return [...written].map(([line]) => {
    const words = line.match(/"[^"]*"|\S+/g) ?? [];
    return words.slice(1).map((word) => word.replaceAll('"', ""));
  });
}

/** Runs a command of the guide. What a person would be asked is answered with yes, and given by pipe. */
async function follow(words: readonly string[]) {
  const [name = ""] = words;
  const asks = ["init", "apply", "rollback", "withdraw"].includes(name) ? ["--yes"] : [];
  const where = name === "login" ? ["--url", library.url] : [];
  const environment = { XDG_CONFIG_HOME: join(folder, "config") };
  const input = name === "login" ? library.token : "";
  const run = await videoteca([...words, ...where, ...asks], folder, environment, input);
  // `plan` ends with 2 where something would change.
  expect(run.code, `videoteca ${words.join(" ")}\n${run.stdout}${run.stderr}`).toBe(
    name === "plan" ? 2 : 0,
  );
  return run.stdout;
}

/** 4. Fill in what only you know. */
function fillIn(): void {
  const file = join(folder, work, "episode.yaml");
  const filled = readFileSync(file, "utf8")
    .replace(/ {2}# es:.*/, '  es: "[La segunda parte]"')
    .replace(
      /# description:.*\n# {3}en:.*/,
      "description: { en: What came next., es: Lo que siguió. }",
    )
    .replace(/# (audioDescription: \{ mode: integrated \}).*/, "$1")
    .replace(
      /# poster:.*\n# {3}file: .*\n# {3}alt: .*/,
      "poster: { file: poster.webp, alt: { en: Six doors., es: Seis puertas. } }",
    );
  writeFileSync(file, filled);
}

const pageOf = () => fetch(`${library.url}/es/watch/the-second-part`);

test("whoever follows the guide to the letter has published an episode, and takes it back", async () => {
  const steps = commands();
  expect(steps.map(([name]) => name)).toEqual([
    ...["login", "init", "check", "plan", "apply", "preview"],
    ...["history", "rollback", "withdraw"],
  ]);
  const step = (name: string) => steps.find(([first]) => first === name) ?? [];

  await follow(step("login"));
  await follow(step("init"));
  fillIn();
  expect(await follow(step("check"))).toMatch(/0 errors, 0 warnings|All is well/);
  await follow(step("plan"));
  await follow(step("apply"));
  expect((await pageOf()).status).toBe(404);
  const [link = ""] = /http\S+preview=\S+/.exec(await follow(step("preview"))) ?? [];
  expect((await fetch(link)).status).toBe(200);

  const file = join(folder, work, "episode.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^status: draft/m, "status: published"));
  await follow(step("apply"));
  const page = await (await pageOf()).text();
  expect(page).toContain("[La segunda parte]");
  expect(page).toContain("Lo que siguió.");
  expect((await fetch(link)).status).toBe(200);

  expect(await follow(step("history"))).toContain("npm start");
  await follow(step("rollback"));
  expect((await pageOf()).status).toBe(404);
  await follow(step("withdraw"));
  const gone = await pageOf();
  expect(gone.status).toBe(410);
  expect(await gone.text()).toContain("Why, in a sentence for readers");
}, 120_000);

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Library, openLibrary } from "../browser/support/library.ts";
import { root, videoteca } from "./run.ts";

/** Runs every command of docs/staff.md in an empty folder, with the real command and a real library. */
const guide = readFileSync(join(root, "docs/staff.md"), "utf8");
const work = "media-manifests/how-did-we-get-here/the-second-part";

const folder = mkdtempSync(join(tmpdir(), "videoteca-guide-"));
let library: Library;

beforeAll(async () => {
  library = await openLibrary();
  // Step 2: put the files in a folder.
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
});

afterAll(async () => {
  await library.stop();
  rmSync(folder, { recursive: true });
});

/** The commands of the guide in its order, including those inside paragraphs. */
function commands(): string[][] {
  const matches = guide.matchAll(
    /^videoteca .*|(?<=`)videoteca (?:history|rollback|withdraw)[^`]*/gm,
  );
  return [...matches].map(([line]) => {
    const args = line.match(/"[^"]*"|\S+/g) ?? [];
    return args.slice(1).map((arg) => arg.replaceAll('"', ""));
  });
}

/** Runs a command of the guide. Questions are answered with options, and the token comes from a pipe. */
async function runStep(args: readonly string[]) {
  const [name = ""] = args;
  const answers = ["init", "apply", "rollback", "withdraw"].includes(name) ? ["--yes"] : [];
  const address = name === "login" ? ["--url", library.url] : [];
  const environment = { XDG_CONFIG_HOME: join(folder, "config") };
  const input = name === "login" ? library.token : "";
  const run = await videoteca([...args, ...address, ...answers], folder, environment, input);
  // `plan` exits with 2 if something would change.
  expect(run.code, `videoteca ${args.join(" ")}\n${run.stdout}${run.stderr}`).toBe(
    name === "plan" ? 2 : 0,
  );
  return run.stdout;
}

/** Step 4: complete the manifest. */
function completeManifest(): void {
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

test("following the guide publishes an episode, rolls it back and withdraws it", async () => {
  const steps = commands();
  expect(steps.map(([name]) => name)).toEqual([
    ...["login", "init", "check", "plan", "apply", "preview"],
    ...["history", "rollback", "withdraw"],
  ]);
  const step = (name: string) => steps.find(([first]) => first === name) ?? [];

  await runStep(step("login"));
  await runStep(step("init"));
  completeManifest();
  expect(await runStep(step("check"))).toMatch(/^Ready to publish: /m);
  await runStep(step("plan"));
  await runStep(step("apply"));
  expect((await pageOf()).status).toBe(404);
  const [link = ""] = /http\S+preview=\S+/.exec(await runStep(step("preview"))) ?? [];
  expect((await fetch(link)).status).toBe(200);

  const file = join(folder, work, "episode.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^status: draft/m, "status: published"));
  await runStep(step("apply"));
  const page = await (await pageOf()).text();
  expect(page).toContain("[La segunda parte]");
  expect(page).toContain("Lo que siguió.");
  expect((await fetch(link)).status).toBe(200);

  expect(await runStep(step("history"))).toContain("npm start");
  await runStep(step("rollback"));
  expect((await pageOf()).status).toBe(404);
  await runStep(step("withdraw"));
  const gone = await pageOf();
  expect(gone.status).toBe(410);
  expect(await gone.text()).toContain("Why, in a sentence for readers");
});

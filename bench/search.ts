/**
 * `node bench/search.ts [films]`: what a search costs in a library of 10,000 generated transcripts, beside
 * the least that D1 can do, in the same run (DESIGN 7 and 12). Takes some minutes; needs nothing that runs.
 */
import { spawn, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, wranglerEnvironment } from "../scripts/local.ts";
import { cuesEach, spell } from "./search/generate.ts";

const films = Number(process.argv[2] ?? 10_000);
const filmsARequest = 100;
const rounds = 21;
const pageSize = 25;
const port = 8789;
const address = `http://127.0.0.1:${port}`;

const state = mkdtempSync(join(tmpdir(), "videoteca-search-"));
const bin = join(root, "node_modules/wrangler/bin/wrangler.js");
const settings = ["--config", join(root, "bench/search/wrangler.toml"), "--persist-to", state];
const inRoot = { cwd: root, env: wranglerEnvironment };
spawnSync(
  process.execPath,
  [bin, "d1", "migrations", "apply", "DB", "--local", ...settings],
  inRoot,
);
const server = spawn(
  process.execPath,
  [bin, "dev", ...settings, "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"],
  { ...inRoot, stdio: "ignore", detached: true },
);
try {
  await untilItAnswers();
  const seconds = await fill();
  console.log(`${films} films of ${cuesEach} cues were published in ${seconds.toFixed(0)} s`);
  console.log(`the database has ${(sizeOf(state) / 1e6).toFixed(0)} MB`);
  console.table(await measure());
} finally {
  if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
  rmSync(state, { recursive: true, force: true });
}

/** @returns how long it took, in seconds */
async function fill(): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < films; from += filmsARequest) {
    const count = Math.min(filmsARequest, films - from);
    const response = await fetch(`${address}/fill?from=${from}&count=${count}`);
    if (!response.ok) throw new Error(await response.text());
  }
  return (performance.now() - start) / 1000;
}

async function measure() {
  const [common, second, rare] = [spell(0), spell(1), spell(5000)];
  const search = (query: string, limit = pageSize + 1) =>
    `/search?q=${encodeURIComponent(query)}&limit=${limit}`;
  return [
    await row("one D1 read (the floor)", "/floor"),
    await row("the commonest word", search(`"${common}"`)),
    await row("the commonest word, second page", search(`"${common}"`, 2 * pageSize)),
    await row("the commonest word, unfinished", search(common)),
    await row("two common words", search(`${common} "${second}"`)),
    await row("a phrase of common words", search(`"${common} ${second}"`)),
    await row("a rare word", search(`"${rare}"`)),
    await row("nothing, with near words", search("bakilomuna")),
  ];
}

/** Asks one address again and again, one request at a time. */
async function row(what: string, path: string) {
  const times: number[] = [];
  let rows = "";
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    const response = await fetch(address + path);
    await response.text();
    if (!response.ok) throw new Error(`${path} failed`);
    if (round > 0) times.push(performance.now() - start); // the first warms up
    rows = response.headers.get("Rows-Read") ?? "";
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(share * (rounds - 1))] ?? 0).toFixed(1)} ms`;
  return { what, "rows read": rows, fastest: at(0), median: at(0.5) };
}

async function untilItAnswers(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answered = await fetch(`${address}/fill?from=0&count=0`).catch(() => undefined);
    if (answered?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} didn't answer`);
}

function sizeOf(folder: string): number {
  return globSync("**/*.sqlite*", { cwd: folder })
    .map((file) => statSync(join(folder, file)).size)
    .reduce((sum, size) => sum + size, 0);
}

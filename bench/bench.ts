/**
 * `npm run bench`: what the library weighs, and how fast it is against the least a Worker can do, in
 * the same run (DESIGN 12). Needs an `npm start` that runs in another terminal; prints a table.
 * `npm run bench -- players` measures our embed beside other players instead.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root, stateFolder, wrangler, wranglerEnvironment } from "../scripts/local.ts";

const library = process.env.VIDEOTECA_URL ?? "http://127.0.0.1:8787";
const floorPort = 8788;
const floor = `http://127.0.0.1:${floorPort}`;
const slug = "criminalizing-migration";
const rounds = 7;
const requestsARound = 400;
const atOnce = 8;

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly holds: boolean;
}

const rows: Row[] = [];
if (process.argv[2] === "players") await import("./players.ts");
else {
  await weigh();
  await race();
  console.table(rows.map(({ holds, ...row }) => ({ ...row, "": holds ? "✓" : "over" })));
  process.exitCode = rows.every((row) => row.holds) ? 0 : 1;
}

/** Bytes: the same on every machine. */
async function weigh(): Promise<void> {
  const embed = await textOf(`${library}/embed/${slug}?lang=en`);
  const withoutTranscript = embed.replace(
    /<details[\s\S]*<\/details>|<style data-of="transcript">[\s\S]*?<\/style>/g,
    "",
  );
  limit("embed without transcript, gzip", gzipSync(withoutTranscript).length, 8500, "B");
  limit("embed with its transcript, gzip", gzipSync(embed).length, 16_400, "B");
  for (const page of ["", "library", `watch/${slug}`, "read/a-second-chance-for-all"]) {
    const html = await textOf(`${library}/en/${page}`);
    limit(`page /en/${page}, gzip`, gzipSync(html).length, 30_000, "B");
  }
  const out = mkdtempSync(join(tmpdir(), "videoteca-bundle-"));
  const bin = join(root, "node_modules/wrangler/bin/wrangler.js");
  const command = [bin, "deploy", "--dry-run", "--outdir", out];
  spawnSync(process.execPath, command, { cwd: root, env: wranglerEnvironment });
  limit("Worker bundle, gzip", gzipSync(readFileSync(join(out, "worker.js"))).length, 300_000, "B");
  rmSync(out, { recursive: true });
}

/** Requests a second as ratios of medians, library and floor in turn: machines are noisy. */
async function race(): Promise<void> {
  const config = join(root, "bench/floor/wrangler.toml");
  const command = wrangler("dev", "--config", config, "--port", String(floorPort));
  const server = spawn(
    process.execPath,
    [...command, "--ip", "127.0.0.1", "--inspector-port", "0"],
    {
      cwd: root,
      env: wranglerEnvironment,
      stdio: "ignore",
      detached: true,
    },
  );
  try {
    await untilItAnswers(`${floor}/d1`);
    const work = (await (await fetch(`${library}/api/v1/works/${slug}`)).json()) as {
      video: { sha256: string; extension: string }[];
    };
    const film = work.video[0];
    if (film === undefined) throw new Error(`${slug} has no film`);
    for (const [what, path] of [
      ["page against one D1 read of as many bytes", `/en/watch/${slug}`],
      ["embed against the same", `/embed/${slug}?lang=en`],
      ["transcript against the same", `/transcripts/${slug}/en.txt`],
      ["list against the same", "/api/v1/works"],
    ] as const) {
      const { byteLength } = await (await fetch(library + path)).arrayBuffer();
      await compare(what, library + path, `${floor}/d1?bytes=${byteLength}`, 0.9);
    }
    const media = `${library}/media/${film.sha256}.${film.extension}`;
    await compare("media range against R2.get", media, `${floor}/r2/${film.sha256}`, 0.95);
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
  }
}

async function compare(what: string, ours: string, least: string, budget: number): Promise<void> {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ratio = (await requestsPerSecond(ours)) / (await requestsPerSecond(least));
    if (round > 0) ratios.push(ratio); // the first warms both up
  }
  const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  const range = `${ratios[0]?.toFixed(2)}–${ratios.at(-1)?.toFixed(2)}`;
  rows.push({
    what,
    measured: `${median.toFixed(2)} (${range})`,
    budget: `≥ ${budget}`,
    holds: median >= budget,
  });
}

async function requestsPerSecond(url: string): Promise<number> {
  const start = performance.now();
  let left = requestsARound;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const response = await fetch(url, { headers: { Range: "bytes=0-65535" } });
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return requestsARound / ((performance.now() - start) / 1000);
}

function limit(what: string, measured: number, budget: number, unit: string): void {
  rows.push({
    what,
    measured: `${measured.toLocaleString("en")} ${unit}`,
    budget: `≤ ${budget.toLocaleString("en")} ${unit}`,
    holds: measured <= budget,
  });
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url).catch(() => undefined);
  if (response?.ok !== true) {
    throw new Error(`${url} doesn't answer. Start the library in another terminal: npm start`);
  }
  return response.text();
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} didn't answer (state: ${stateFolder})`);
}

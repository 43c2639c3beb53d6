/**
 * Publishes a large film and measures the memory of workerd and of the client meanwhile, against what
 * they take for a small one: neither may grow with the file.
 *
 *   node scripts/measure-upload.ts [megabytes]     1074 (1 GiB) by default
 *
 * Needs Linux (/proc) and an `npm start` in another terminal, with VIDEOTECA_URL and VIDEOTECA_TOKEN.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, open, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./local.ts";
import { heapReader } from "./worker-heap.ts";

const large = Number(process.argv[2] ?? 1074) * 1e6;
const folder = await mkdtemp(join(tmpdir(), "videoteca-measure-"));
try {
  console.table([await measure(20e6), await measure(large)]);
} finally {
  await rm(folder, { recursive: true });
}

async function measure(size: number) {
  const file = await open(join(folder, "en.pdf"), "w");
  for (let written = 0; written < size; written += 1e6) await file.write(randomBytes(1e6));
  // `check` looks for a PDF's signature and its end.
  await file.write("%PDF-1.7\n", 0);
  await file.write("\n%%EOF\n", size - 7);
  await file.close();
  const slug = `measured-${Date.now()}`;
  const manifest = `kind: Document\nslug: ${slug}\ninLanguage: en\nstatus: draft\nname: { en: Measured }\ntexts: [{ inLanguage: en, file: en.pdf }]\n`;
  await writeFile(join(folder, "document.yaml"), manifest);

  const servers = await workerds();
  const heap = await heapReader(servers);
  const before = await memoryOfAll(servers);
  const start = Date.now();
  const command = [join(root, "src/cli/videoteca.ts"), "apply", folder, "--yes"];
  const client = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  const exit = new Promise<number | null>((resolve) => client.once("exit", resolve));
  let [server, own, worker] = [before, 0, 0];
  const timer = setInterval(async () => {
    server = Math.max(server, await memoryOfAll(servers));
    own = Math.max(own, await memoryOf(client.pid ?? 0));
  }, 100);
  const slowTimer = setInterval(async () => {
    worker = Math.max(worker, (await heap?.()) ?? 0);
  }, 250);
  const code = await exit;
  clearInterval(timer);
  clearInterval(slowTimer);
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  return {
    file: megabytes(size),
    "exit code": code,
    seconds: (Date.now() - start) / 1000,
    "client at most": megabytes(own),
    "Worker's own at most": megabytes(worker),
    "workerd before": megabytes(before),
    "workerd at most": megabytes(server),
  };
}

/** Wrangler runs two: one in front, and one with the Worker and the local R2 and D1. */
async function workerds(): Promise<number[]> {
  const found: number[] = [];
  for (const name of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    const command = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    const place = await readlink(`/proc/${name}/cwd`).catch(() => "");
    if (/workerd\0serve/.test(command) && place === root) found.push(Number(name));
  }
  if (found.length > 0) return found;
  throw new Error("No workerd runs here: start the library with `npm start`.");
}

async function memoryOfAll(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(pids.map(memoryOf));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

/** Resident memory, in bytes; 0 where the process has ended. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

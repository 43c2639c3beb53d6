/**
 * `npm start`: the whole library on this machine, from an empty folder to a page that plays.
 * `npm run dev` is the same with `--dev`: readable code with source maps, wrangler's own messages, and an
 * inspector (docs/development.md).
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import {
  isMigrated,
  localToken,
  markMigrated,
  removeTraces,
  root,
  stateFolder,
  wrangler,
  wranglerEnvironment,
} from "./local.ts";
import { adminTokenSql } from "./token-sql.ts";

/** Each is the leader of a process group, so that what it starts in turn ends with it. */
const children = new Set<ChildProcess>();
let stopping = false;

/** How long the token of the local library is valid, in days. */
const tenYears = 3652;
/** How long what was started may take to end by itself, in milliseconds. */
const maxStopTime = 5000;
const isDev = process.argv.includes("--dev");
/** Node's and Chrome's usual port for an inspector; 0 takes any free one. */
const inspectorPort = isDev ? "9229" : "0";
const port = readPort(process.env.PORT ?? "8787");
const address = `http://localhost:${port}`;
/** scripts/build.ts, which wrangler runs too, reads VIDEOTECA_DEV. */
const environment = isDev ? { ...wranglerEnvironment, VIDEOTECA_DEV: "1" } : wranglerEnvironment;
const node = process.execPath;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
process.on("exit", () => signalChildren("SIGTERM"));

if (!(await isFree(port))) {
  fail(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm start`);
}
removeTraces();
run("Building", [join(root, "scripts/build.ts")]);
const token = localToken();
if (token.isNew || !isMigrated()) {
  const sql = adminTokenSql({
    sha256: token.sha256,
    name: "npm start",
    days: tenYears,
    now: new Date(),
  });
  run("Migrating", [join(root, "scripts/migrate-local.ts"), stateFolder, sql]);
  markMigrated();
}
await serve();
await publish();
console.log(`\nVideoteca is ready: ${address}`);
console.log(`Staff token: ${token.secret}`);
if (isDev) console.log(`Debug the Worker: chrome://inspect, or attach to port ${inspectorPort}.`);
console.log("Ctrl-C stops it. `npm run reset` removes everything that was published here.");

/** Starts workerd and waits until the Worker answers. */
async function serve(): Promise<void> {
  const server = spawn(
    node,
    wrangler(
      "dev",
      "--ip",
      "127.0.0.1",
      "--port",
      String(port),
      "--inspector-port",
      inspectorPort,
      "--log-level",
      isDev ? "log" : "warn",
      ...(isDev ? ["--no-minify"] : []),
      "--show-interactive-dev-session=false",
    ),
    { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  children.add(server);
  let log = "";
  const listen = (chunk: Buffer) => {
    // Wrangler colors its bundler's messages even with NO_COLOR.
    log = (log + stripVTControlCharacters(chunk.toString())).slice(-20_000);
    if (isDev) process.stderr.write(chunk);
  };
  server.stdout?.on("data", listen);
  server.stderr?.on("data", listen);
  server.on("exit", () => {
    if (!stopping) fail(`The server stopped by itself.\n${log}`);
  });
  const deadline = Date.now() + 90_000;
  while (!(await answers())) {
    // Wrangler would hold every request until the next change of a file.
    const broken = log.search(/^.*\[ERROR\] Build failed/m);
    if (broken >= 0) fail(`The Worker can't be built.\n${log.slice(broken)}`);
    if (Date.now() > deadline) fail(`The server didn't answer within 90 seconds.\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

async function answers(): Promise<boolean> {
  const signal = AbortSignal.timeout(2000);
  return fetch(`http://127.0.0.1:${port}/healthz`, { signal }).then(
    (response) => response.ok,
    () => false,
  );
}

/** Publishes `media-manifests/` as staff would: with the command line, through the API. */
function publish(): Promise<void> {
  const folder = process.env.VIDEOTECA_MANIFESTS ?? "media-manifests";
  const command = [join(root, "src/cli/videoteca.ts"), "apply", folder, "--yes"];
  const env = {
    ...process.env,
    VIDEOTECA_URL: `http://127.0.0.1:${port}`,
    VIDEOTECA_TOKEN: token.secret,
  };
  const child = spawn(node, command, {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  children.add(child);
  return new Promise((resolve) => {
    child.on("exit", (status) => {
      children.delete(child);
      if (status !== 0 && !stopping) console.error("Not everything was published: see above.");
      resolve();
    });
  });
}

/** Runs a step to its end; what it printed is shown only if it failed. */
function run(step: string, parameters: string[]): void {
  const options = { cwd: root, env: environment, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(node, parameters, options);
  if (status !== 0) fail(`${step} failed.\n${stdout}${stderr}`);
}

function readPort(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  return fail(`PORT is “${text}”, which is no port: choose a number from 1 to 65535.`);
}

function isFree(candidate: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(candidate, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function fail(message: string): never {
  console.error(message);
  stopping = true;
  process.exit(1); // "exit" ends the children
}

/** Ends what it started, and waits for it: wrangler writes and removes files until its end. */
async function stop(): Promise<void> {
  if (stopping) return; // npm passes on a Ctrl-C that this process received, too
  stopping = true;
  const ended = [...children].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  signalChildren("SIGTERM");
  setTimeout(() => signalChildren("SIGKILL"), maxStopTime);
  await Promise.all(ended);
  process.exit(0);
}

/** Sends a signal to every group of processes that was started. */
function signalChildren(signal: "SIGTERM" | "SIGKILL"): void {
  for (const { pid } of children) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, signal);
    } catch {
      // It is gone already.
    }
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const repository = join(import.meta.dirname, "../../..");

/** `npm start`, for the tests of the start itself. Other tests take a library of `library.ts`, which is ready sooner. */

/** A library that runs on this machine as a newcomer's does, with its own state. */
export interface StartedLibrary {
  readonly url: string;
  readonly token: string;
  /** All that it printed until it was ready. */
  readonly output: string;
  readonly pid: number;
  /** Ends it as Ctrl-C does, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the library as `npm start` does, and waits until it says that it is ready.
 * @param environment more for its environment
 * @param root the tree that it is started from
 */
export async function startLibrary(
  state: string,
  environment: Record<string, string> = {},
  root = repository,
): Promise<StartedLibrary> {
  const port = String(await freePort());
  const child = runStart({ VIDEOTECA_STATE: state, PORT: port, ...environment }, root);
  const output = await readUntil(child, /Staff token: \S+\n/);
  const [, url] = /Videoteca is ready: (\S+)/.exec(output) ?? [];
  const [, token] = /Staff token: (\S+)/.exec(output) ?? [];
  if (url === undefined || token === undefined || child.pid === undefined) {
    child.kill("SIGINT");
    throw new Error(`The library didn't get ready:\n${output}`);
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = () => {
    child.kill("SIGINT");
    return ended;
  };
  return { url, token, output, pid: child.pid, stop };
}

/** Runs scripts/start.ts. */
export function runStart(environment: Record<string, string>, root = repository): ChildProcess {
  const env = { ...process.env, ...environment };
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  return spawn(process.execPath, [join(root, "scripts/start.ts")], { cwd: root, env, stdio });
}

/** What a process printed until it printed this; or until it ended, if it never did. */
export function readUntil(child: ChildProcess, wanted?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let output = "";
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (wanted?.test(output)) resolve(output);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", () => resolve(output));
  });
}

/** A folder for a library's state, and how to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-library-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Below those that systems give to whoever asks for any port (RFC 6335 §6; Linux begins at 32768). */
const firstPort = 20_000;
const lastPort = 30_000;

/**
 * A free port of this machine. It is none that the system gives out by itself: libraries of other tests get theirs so,
 * and one of them would take it before it is used.
 */
export function freePort(): Promise<number> {
  const port = randomInt(firstPort, lastPort);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(freePort()));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(port)));
  });
}

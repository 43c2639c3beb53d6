import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOfSecret, newSecret } from "./token-sql.ts";

/** The library on this machine: where its state lives, and how its parts are called. */

export const root = join(import.meta.dirname, "..");

/** Where Node keeps compiled code between runs: build/ can be deleted at any time. */
export const compileCache = join(root, "build/compile-cache");

// For all that the scripts start: the command from its source starts in half the time, wrangler in four fifths.
process.env.NODE_COMPILE_CACHE ??= compileCache;

/** All state of the local library, in one folder that git ignores; VIDEOTECA_STATE chooses another. */
export const stateFolder = process.env.VIDEOTECA_STATE ?? join(root, ".videoteca");

/**
 * The environment in which wrangler runs: without telemetry, without color codes in its log, and without
 * the trace of every request that it would keep in the state folder, searched words and preview secrets included.
 */
export const wranglerEnvironment = {
  ...process.env,
  X_LOCAL_OBSERVABILITY: "false",
  WRANGLER_WRITE_LOGS: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  NO_COLOR: "1",
  CI: "true",
};

/** Deletes the traces of requests that wrangler kept here before this version switched them off. */
export function removeTraces(): void {
  rmSync(join(stateFolder, "v3/observability"), { recursive: true, force: true });
}

/** What Node runs to run wrangler. */
export const wranglerCommand = join(root, "node_modules/wrangler/bin/wrangler.js");

/** The arguments with which Node runs a wrangler command on the local state. */
export function wrangler(...parameters: string[]): string[] {
  return [wranglerCommand, ...parameters, "--persist-to", stateFolder];
}

/** The staff token of this local library: made once, readable by its owner only. */
export function localToken(): { secret: string; sha256: string; isNew: boolean } {
  const file = join(stateFolder, "staff-token");
  mkdirSync(stateFolder, { recursive: true });
  const known = readIfThere(file);
  const secret = known ?? newSecret().secret;
  if (known === undefined) writeFileSync(file, secret, { mode: 0o600 });
  return { secret, sha256: digestOfSecret(secret), isNew: !known };
}

/** Whether the local D1 has had all migrations; `markMigrated` says so for the next start. */
export function isMigrated(): boolean {
  return readIfThere(join(stateFolder, "migrated")) === migrationsDigest();
}

export function markMigrated(): void {
  writeFileSync(join(stateFolder, "migrated"), migrationsDigest());
}

function migrationsDigest(): string {
  const folder = join(root, "migrations");
  const hash = createHash("sha256");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()) {
    hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

/** A file's text, or undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Ends a script whose input is wrong: its reader gets a line, and no stack. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

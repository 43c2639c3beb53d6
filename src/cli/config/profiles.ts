import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import * as z from "zod";
import { CliError } from "../cli-error.ts";

/** A library and the token for it, kept for the next command. */
export interface Profile {
  readonly url: string;
  readonly token: string;
}

const profile = z.object({ url: z.string(), token: z.string() });

/** The profile that is meant where none is named. */
export const defaultProfile = "default";

/**
 * The name of the profile that an environment chooses.
 * @throws Stop where it can't be a file's name
 */
export function profileName(environment: NodeJS.ProcessEnv): string {
  const name = environment.VIDEOTECA_PROFILE || defaultProfile;
  if (/^[a-z0-9][a-z0-9_-]{0,39}$/i.test(name)) return name;
  throw new CliError(`“${name}” can't be a profile's name: write letters, digits, - and _.`);
}

/** The file of a profile, in the folder that the XDG Base Directory Specification names. */
export function profileFile(environment: NodeJS.ProcessEnv, name: string): string {
  return join(profilesFolder(environment), `${name}.json`);
}

function profilesFolder(environment: NodeJS.ProcessEnv): string {
  const named = environment.XDG_CONFIG_HOME ?? "";
  // The specification has a relative path ignored.
  const base = isAbsolute(named) ? named : join(environment.HOME || homedir(), ".config");
  return join(base, "videoteca", "profiles");
}

/** The names of all profiles there are. */
export function profileNames(environment: NodeJS.ProcessEnv): string[] {
  try {
    const files = readdirSync(profilesFolder(environment));
    return files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
  } catch {
    return [];
  }
}

/**
 * Reads a profile; undefined where there is none.
 * @throws Stop where other people on this machine could read it too, or where it can't be understood
 */
export function readProfile(file: string): Profile | undefined {
  if (!exists(file)) return undefined;
  if (isOpenToOthers(file)) {
    throw new CliError(
      `${file} can be read by others on this machine: run \`chmod 600 ${file}\`, and revoke its token if others may have seen it.`,
    );
  }
  const read = profile.safeParse(readJson(file));
  if (read.success) return read.data;
  throw new CliError(`${file} isn't a profile that can be read: run \`videoteca login\` again.`);
}

/** Whether anybody but its owner may read or change a file. Windows keeps such rights elsewhere. */
export function isOpenToOthers(file: string): boolean {
  return process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
}

/** Keeps a profile, readable by its owner only; whole or not at all. */
export function writeProfile(
  environment: NodeJS.ProcessEnv,
  name: string,
  { url, token }: Profile,
): string {
  const file = profileFile(environment, name);
  mkdirSync(profilesFolder(environment), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}`;
  rmSync(half, { force: true });
  writeFileSync(half, `${JSON.stringify({ url, token }, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  chmodSync(half, 0o600);
  renameSync(half, file);
  return file;
}

/** Forgets a profile. @returns whether there was one */
export function removeProfile(file: string): boolean {
  const was = exists(file);
  rmSync(file, { force: true });
  return was;
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

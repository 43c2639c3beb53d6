import {
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { CliError } from "../cli-error.ts";
import { makeFolder } from "../make-folder.ts";

/** A library's address and a token for it, saved for later commands. */
export interface Profile {
  readonly url: string;
  readonly token: string;
}

/** The profile that is used if none is named. */
export const defaultProfile = "default";

/**
 * The name of the profile that an environment selects.
 * @throws CliError if the name can't be a file name
 */
export function profileName(environment: NodeJS.ProcessEnv): string {
  const name = environment.VIDEOTECA_PROFILE || defaultProfile;
  if (/^[a-z0-9][a-z0-9_-]{0,39}$/i.test(name)) return name;
  throw new CliError(`“${name}” can't be a profile's name: use letters, digits, - and _.`);
}

/**
 * Makes the profile that `--profile` names win over the environment: its token goes to its own library.
 * @param keepsUrl whether `VIDEOTECA_URL` still counts
 */
export function chooseProfile(
  environment: NodeJS.ProcessEnv,
  name: string,
  keepsUrl: boolean,
): void {
  environment.VIDEOTECA_PROFILE = name;
  delete environment.VIDEOTECA_TOKEN;
  if (!keepsUrl) delete environment.VIDEOTECA_URL;
}

/** The path of a profile's file, in the folder that the XDG Base Directory Specification names. */
export function profileFile(environment: NodeJS.ProcessEnv, name: string): string {
  return join(profilesFolder(environment), `${name}.json`);
}

function profilesFolder(environment: NodeJS.ProcessEnv): string {
  const configHome = environment.XDG_CONFIG_HOME ?? "";
  // The specification requires relative paths to be ignored.
  const base = isAbsolute(configHome) ? configHome : join(environment.HOME || homedir(), ".config");
  return join(base, "videoteca", "profiles");
}

/** The names of all saved profiles. */
export function profileNames(environment: NodeJS.ProcessEnv): string[] {
  try {
    const files = readdirSync(profilesFolder(environment));
    return files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
  } catch {
    return [];
  }
}

/**
 * Reads a profile; undefined if it doesn't exist.
 * @throws CliError if other users of this machine can read it, or if its content is invalid
 */
export function readProfile(file: string): Profile | undefined {
  if (!exists(file)) return undefined;
  if (isOpenToOthers(file)) {
    throw new CliError(
      `Other users of this machine can read ${file}: run \`chmod 600 ${file}\`, and revoke its token if others may have seen it.`,
    );
  }
  const content = readJson(file);
  if (isProfile(content)) return { url: content.url, token: content.token };
  throw new CliError(`${file} isn't a valid profile: run \`videoteca login\` again.`);
}

/** Checked by hand, because a schema library would slow down the start of every command. */
function isProfile(value: unknown): value is Profile {
  return (
    typeof value === "object" &&
    value !== null &&
    "url" in value &&
    typeof value.url === "string" &&
    "token" in value &&
    typeof value.token === "string"
  );
}

/** Whether users other than its owner can read or change a file. Windows stores this elsewhere. */
export function isOpenToOthers(file: string): boolean {
  return process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
}

/** Saves a profile atomically, readable by its owner only. @returns the path of its file */
export function writeProfile(
  environment: NodeJS.ProcessEnv,
  name: string,
  { url, token }: Profile,
): string {
  const file = profileFile(environment, name);
  makeFolder(profilesFolder(environment), 0o700);
  const temporaryFile = `${file}.${process.pid}`;
  rmSync(temporaryFile, { force: true });
  const json = `${JSON.stringify({ url, token }, null, 2)}\n`;
  writeFileSync(temporaryFile, json, { mode: 0o600, flag: "wx" });
  chmodSync(temporaryFile, 0o600);
  renameSync(temporaryFile, file);
  return file;
}

/** Removes a profile. @returns whether it existed */
export function removeProfile(file: string): boolean {
  const existed = exists(file);
  rmSync(file, { force: true });
  return existed;
}

/** Whether there is a file; a pipe of its name would wait forever. */
function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { jsonSchemas } from "../../manifest/json-schema.ts";
import { isOpenToOthers, profileFile, profileName } from "../config/profiles.ts";
import { minNodeVersion } from "../config/version.ts";
import type { CheckResult } from "./check-result.ts";

/** Checks this machine, without using the network. */
export function checkMachine(environment: NodeJS.ProcessEnv, folder: string): CheckResult[] {
  return [
    checkNode(process.versions.node),
    checkFfmpeg(environment),
    checkSchemas(folder),
    checkProfile(environment),
  ];
}

/** Checks the version of Node. @param version as `process.versions.node` */
export function checkNode(version: string): CheckResult {
  const name = "Node";
  if (compareVersions(version, minNodeVersion) >= 0) return { name, state: "ok", message: version };
  const message = `${version} is older than ${minNodeVersion}`;
  return { name, state: "fail", message, fix: "install a newer Node: https://nodejs.org" };
}

/** Compares `22.13.0` with `24.1`: negative if the first is older. */
function compareVersions(first: string, second: string): number {
  return first.localeCompare(second, "en", { numeric: true });
}

function checkFfmpeg(environment: NodeJS.ProcessEnv): CheckResult {
  const name = "ffmpeg";
  const { stdout, status } = spawnSync("ffmpeg", ["-version"], {
    env: environment,
    encoding: "utf8",
  });
  const version = /^ffmpeg version (\S+)/.exec(stdout ?? "")?.[1];
  if (status === 0) return { name, state: "ok", message: version ?? "is installed" };
  return { name, state: "ok", message: "isn't installed; publishing doesn't need it" };
}

/** Compares the JSON Schemas in a folder, or in one above it, with those of this program. */
export function checkSchemas(folder: string): CheckResult {
  const name = "schemas";
  const schemaFolder = findSchemaFolder(folder);
  if (schemaFolder === undefined) {
    return { name, state: "ok", message: "none in this folder or above it" };
  }
  const outdated = Object.entries(jsonSchemas())
    .filter(([file, text]) => readIfExists(join(schemaFolder, file)) !== text)
    .map(([file]) => file);
  if (outdated.length === 0) return { name, state: "ok", message: `${schemaFolder} is up to date` };
  const message = `${outdated.join(", ")} in ${schemaFolder}: different in this program`;
  const fix = "write them again (npm run schema), or copy them from this program's package";
  return { name, state: "warn", message, fix };
}

function findSchemaFolder(folder: string): string | undefined {
  let parent = resolve(folder);
  for (let last = ""; last !== parent; last = parent, parent = dirname(parent)) {
    for (const path of ["schema", "media-manifests/schema"]) {
      const schemaFolder = join(parent, path);
      if (existsSync(join(schemaFolder, "episode.schema.json"))) return schemaFolder;
    }
  }
  return undefined;
}

function checkProfile(environment: NodeJS.ProcessEnv): CheckResult {
  const name = "profile";
  if (environment.VIDEOTECA_TOKEN) {
    return { name, state: "ok", message: "not used, because VIDEOTECA_TOKEN is set" };
  }
  const file = profileFile(environment, profileName(environment));
  if (!existsSync(file)) {
    const fix = "create it with videoteca login, or set VIDEOTECA_TOKEN";
    return { name, state: "fail", message: `${file} doesn't exist`, fix };
  }
  if (isOpenToOthers(file)) {
    const fix = `chmod 600 ${file}, and revoke the token if others may have seen it`;
    return { name, state: "fail", message: `other users of this machine can read ${file}`, fix };
  }
  return { name, state: "ok", message: `${file}, readable only by you` };
}

function readIfExists(file: string): string | undefined {
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? readFileSync(file, "utf8") : undefined;
}

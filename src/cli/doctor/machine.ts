import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { jsonSchemas } from "../../manifest/json-schema.ts";
import { isOpenToOthers, profileFile, profileName } from "../config/profiles.ts";
import type { Finding } from "./finding.ts";

/** What is to be known of this machine, without any network. */
export function checkMachine(environment: NodeJS.ProcessEnv, folder: string): Finding[] {
  return [
    checkNode(process.versions.node),
    examineFfmpeg(environment),
    checkSchemas(folder),
    examineProfile(environment),
  ];
}

/** The first Node that runs this program's TypeScript as it stands, with all it uses. */
const leastNode = 24;

/** @param version as `process.versions.node` has it */
export function checkNode(version: string): Finding {
  const name = "Node";
  if (Number.parseInt(version, 10) >= leastNode) return { name, state: "ok", message: version };
  const message = `${version} is older than ${leastNode}`;
  const mend = `run it by npm (npm run videoteca -- …), which brings Node ${leastNode} along, or install that`;
  return { name, state: "fail", message, mend };
}

function examineFfmpeg(environment: NodeJS.ProcessEnv): Finding {
  const name = "ffmpeg";
  const { stdout, status } = spawnSync("ffmpeg", ["-version"], {
    env: environment,
    encoding: "utf8",
  });
  const version = /^ffmpeg version (\S+)/.exec(stdout ?? "")?.[1];
  if (status === 0) return { name, state: "ok", message: version ?? "is there" };
  return { name, state: "ok", message: "isn't there; publishing doesn't need it" };
}

/** Holds the JSON Schemas of a folder, or of one above it, against those of this program. */
export function checkSchemas(folder: string): Finding {
  const name = "schemas";
  const schemas = findSchemas(folder);
  if (schemas === undefined) {
    return { name, state: "ok", message: "there are none in this folder or above it" };
  }
  const stale = Object.entries(jsonSchemas())
    .filter(([file, text]) => readIfThere(join(schemas, file)) !== text)
    .map(([file]) => file);
  if (stale.length === 0) return { name, state: "ok", message: `${schemas} is up to date` };
  const message = `${stale.join(", ")} in ${schemas}: not as this program has them`;
  return { name, state: "warn", message, mend: "npm run schema writes them anew" };
}

function findSchemas(folder: string): string | undefined {
  let above = resolve(folder);
  for (let last = ""; last !== above; last = above, above = dirname(above)) {
    for (const way of ["schema", "media-manifests/schema"]) {
      const schemas = join(above, way);
      if (existsSync(join(schemas, "episode.schema.json"))) return schemas;
    }
  }
  return undefined;
}

function examineProfile(environment: NodeJS.ProcessEnv): Finding {
  const name = "profile";
  if (environment.VIDEOTECA_TOKEN) {
    return { name, state: "ok", message: "not used: VIDEOTECA_TOKEN is set" };
  }
  const file = profileFile(environment, profileName(environment));
  if (!existsSync(file)) {
    const mend = "videoteca login makes it, or set VIDEOTECA_TOKEN";
    return { name, state: "fail", message: `there is no ${file}`, mend };
  }
  if (isOpenToOthers(file)) {
    const mend = `chmod 600 ${file}, and revoke the token if others may have seen it`;
    return { name, state: "fail", message: `${file} can be read by others`, mend };
  }
  return { name, state: "ok", message: `${file}, for you alone` };
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

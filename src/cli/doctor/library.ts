import type { Whoami } from "../../api/contract.ts";
import { ApiError } from "../api/api-error.ts";
import { unreachableMessage } from "../api/error-text.ts";
import { fetchWhoami } from "../api/tokens.ts";
import { CliError } from "../cli-error.ts";
import { buildIdOfSource } from "../config/build-id.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import { daysLeft, formatExpiry } from "../output/expiry.ts";
import type { Finding } from "./finding.ts";

/** How long a library may take to answer, in milliseconds. */
const patience = 10_000;

/** What is to be known of the library, and of our token there. */
export async function checkLibrary(environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  let settings: Settings;
  try {
    settings = readSettings(environment);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return [{ name: "settings", state: "fail", message: error.message }];
  }
  const { url } = settings;
  const started = Date.now();
  const health = await askHealth(url);
  if (typeof health === "string") return [{ name: "library", state: "fail", message: health }];
  const took = Date.now() - started;
  const library: Finding = {
    name: "library",
    state: "ok",
    message: `${url} answers in ${took} ms`,
  };
  try {
    const whoami = await fetchWhoami(settings);
    const now = new Date();
    return [
      library,
      checkToken(whoami, now),
      checkClock(new Date(whoami.now), now),
      checkBuild(whoami.build, buildIdOfSource()),
    ];
  } catch (error) {
    if (!(error instanceof CliError || error instanceof ApiError)) throw error;
    return [library, { name: "token", state: "fail", message: error.message }];
  }
}

/** Whether a library answers at an address; if not, why, and what to do. */
async function askHealth(url: string): Promise<true | string> {
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(`${url}/healthz`, { redirect: "manual", signal });
    const body = await response.json().catch(() => undefined);
    if (response.ok && body?.status === "ok") return true;
    return `what answers at ${url} (${response.status}) is no Videoteca, or it is broken: see VIDEOTECA_URL, and npx wrangler tail`;
  } catch (error) {
    return unreachableMessage(url, error);
  }
}

/** From when on a token's end is worth a word, in days. */
const soon = 14;

export function checkToken({ name: bearer, scopes, expiresAt }: Whoami, now: Date): Finding {
  const name = "token";
  const end = formatExpiry(expiresAt, now);
  const message = `${bearer}, may ${scopes.join(", ")}, ends ${end}`;
  if (daysLeft(expiresAt, now) < soon) {
    const mend = "have a new one made (videoteca token create), then videoteca login";
    return { name, state: "warn", message, mend };
  }
  if (scopes.includes("publish") || scopes.includes("admin")) return { name, state: "ok", message };
  const mend = "it can't publish: ask an administrator for one that may, if you need it";
  return { name, state: "warn", message, mend };
}

/** How far two clocks may be apart, in seconds: an answer takes some time on its way. */
const clockTolerance = 60;

export function checkClock(theirs: Date, ours: Date): Finding {
  const name = "clock";
  const seconds = Math.round((ours.getTime() - theirs.getTime()) / 1000);
  if (Math.abs(seconds) <= clockTolerance) {
    return { name, state: "ok", message: "agrees with the library's" };
  }
  const way = seconds > 0 ? "ahead of" : "behind";
  const message = `is ${Math.abs(seconds)} seconds ${way} the library's`;
  const mend = "set this machine's clock: dates of publishing and of tokens are counted by it";
  return { name, state: "warn", message, mend };
}

export function checkBuild(theirs: string, ours: string): Finding {
  const name = "version";
  if (theirs === ours) return { name, state: "ok", message: `${ours}, as the library's` };
  const message = `the library runs ${theirs}, this program is ${ours}`;
  const mend = "update this program (git pull), or the library (npm run deploy)";
  return { name, state: "warn", message, mend };
}

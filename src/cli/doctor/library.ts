import { health, type Whoami } from "../../api/contract.ts";
import { ApiError } from "../api/api-error.ts";
import { unreachableMessage } from "../api/error-text.ts";
import { parseJson } from "../api/request.ts";
import { sendRequest } from "../api/send-request.ts";
import { fetchWhoami } from "../api/tokens.ts";
import { CliError } from "../cli-error.ts";
import { buildId } from "../config/build-id.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import { daysLeft, formatExpiry } from "../output/expiry.ts";
import type { CheckResult } from "./check-result.ts";
import { checkWithdrawals } from "./withdrawals.ts";

/** How long a library may take to answer, in milliseconds. */
const healthTimeout = 10_000;

/** Checks the library and our token for it. */
export async function checkLibrary(environment: NodeJS.ProcessEnv): Promise<CheckResult[]> {
  let settings: Settings;
  try {
    settings = readSettings(environment);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return [{ name: "settings", state: "fail", message: error.message }];
  }
  const { url } = settings;
  const startedAt = Date.now();
  const problem = await findHealthProblem(url);
  if (problem !== undefined) return [{ name: "library", state: "fail", message: problem }];
  const library: CheckResult = {
    name: "library",
    state: "ok",
    message: `${url} answers in ${Date.now() - startedAt} ms`,
  };
  try {
    const whoami = await fetchWhoami(settings);
    const now = new Date();
    return [
      library,
      checkToken(whoami, now),
      checkClock(new Date(whoami.now), now),
      checkBuild(whoami.build, buildId()),
      ...(await checkWithdrawals(settings)),
    ];
  } catch (error) {
    if (!(error instanceof CliError || error instanceof ApiError)) throw error;
    return [library, { name: "token", state: "fail", message: error.message }];
  }
}

/** Returns why no healthy library answers at an address, and what to do; undefined if one does. */
async function findHealthProblem(url: string): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(healthTimeout);
    const { status, text } = await sendRequest(`${url}/healthz`, { signal });
    if (status === 200 && health.pick({ status: true }).safeParse(parseJson(text)).success)
      return undefined;
    return `the server at ${url} (status ${status}) isn't a Videoteca library, or is broken: check VIDEOTECA_URL, and the output of npx wrangler tail`;
  } catch (error) {
    return unreachableMessage(url, error);
  }
}

/** Warn about a token that expires in fewer days, so that there is time to get a new one. */
const minDaysLeft = 14;

/** Checks that a token doesn't expire soon and can publish. */
export function checkToken({ name: owner, scopes, expiresAt }: Whoami, now: Date): CheckResult {
  const name = "token";
  const expiry = formatExpiry(expiresAt, now);
  const message = `${owner}, scopes ${scopes.join(", ")}, expires ${expiry}`;
  if (daysLeft(expiresAt, now) < minDaysLeft) {
    const fix = "get a new one (videoteca token create), then run videoteca login";
    return { name, state: "warn", message, fix };
  }
  if (scopes.includes("publish") || scopes.includes("admin")) return { name, state: "ok", message };
  const fix = "it can't publish: if you need to, ask an administrator for one that can";
  return { name, state: "warn", message, fix };
}

/** How far two clocks may differ, in seconds. An answer takes some time to arrive. */
const clockTolerance = 60;

/** Compares this machine's clock with the library's. */
export function checkClock(theirs: Date, ours: Date): CheckResult {
  const name = "clock";
  const seconds = Math.round((ours.getTime() - theirs.getTime()) / 1000);
  if (Math.abs(seconds) <= clockTolerance) {
    return { name, state: "ok", message: "agrees with the library's clock" };
  }
  const direction = seconds > 0 ? "ahead of" : "behind";
  const message = `is ${Math.abs(seconds)} seconds ${direction} the library's clock`;
  const fix = "set this machine's clock: publication dates and token expiry depend on it";
  return { name, state: "warn", message, fix };
}

/** Compares the build of this program with the library's. */
export function checkBuild(theirs: string, ours: string): CheckResult {
  const name = "version";
  if (theirs === ours) return { name, state: "ok", message: `${ours}, the same as the library` };
  const message = `the library runs ${theirs}, this program is ${ours}`;
  const fix =
    "update this program (git pull, or install its new version), or the library (npm run deploy)";
  return { name, state: "warn", message, fix };
}

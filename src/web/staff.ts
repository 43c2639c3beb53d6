import type { MiddlewareHandler } from "hono";
import { parseBlobName } from "../library/blobs.ts";
import { sha256 } from "../library/digest.ts";
import { record } from "../library/record.ts";
import { apply } from "../publishing/apply.ts";
import { plan, planRequest } from "../publishing/plan.ts";
import { Refusal, type RefusalReason } from "../publishing/refusal.ts";
import { storeBlob, WrongDigest } from "../storage/blobs.ts";
import { openDatabase } from "../storage/database.ts";
import { findToken, type Scope } from "../storage/tokens.ts";
import type { Environment, RequestContext } from "./environment.ts";
import { problem } from "./problem.ts";

/**
 * The staff door: lets through who bears a token with the scope. The secret is hashed before it is
 * looked up, so how long a wrong one takes says nothing about the right one.
 */
export function requireScope(scope: Scope): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const [, secret] =
      /^Bearer +(\S{1,500})$/i.exec(context.req.header("Authorization") ?? "") ?? [];
    const now = new Date().toISOString();
    const token = await findToken(openDatabase(context.env.DB), await sha256(secret ?? ""), now);
    if (secret === undefined || token === undefined) {
      context.header("WWW-Authenticate", 'Bearer realm="staff"');
      const detail = "Send a staff token as `Authorization: Bearer …`; it may have expired.";
      return problem(context, 401, "unauthorized", "Who are you?", detail);
    }
    if (!token.scopes.includes(scope) && !token.scopes.includes("admin")) {
      const detail = `This token may not do that: it lacks the scope ${scope}.`;
      return problem(context, 403, "forbidden", "Not with this token", detail);
    }
    context.set("staff", token.name);
    await next();
    context.res.headers.set("Cache-Control", "no-store");
    return undefined;
  };
}

/** `POST /api/v1/staff/plan`: what publishing would change. Writes nothing. */
export async function postPlan(context: RequestContext): Promise<Response> {
  const request = planRequest.safeParse(await readJson(context));
  if (!request.success) return invalid(context, "invalid-request", request.error.issues);
  return context.json(await plan(openDatabase(context.env.DB), request.data));
}

/** `PUT /api/v1/staff/blobs/{sha256}.{ext}`: a file, kept only if its bytes are those of its name. */
export async function putBlob(context: RequestContext): Promise<Response> {
  const name = parseBlobName(context.req.param("file") ?? "");
  const size = Number(context.req.header("Content-Length") ?? Number.NaN);
  if (name === undefined || !Number.isSafeInteger(size)) {
    const detail = "Send the bytes to {sha256}.{extension}, with their Content-Length.";
    return problem(context, 400, "invalid-request", "This isn't a file to keep", detail);
  }
  const { DB, BLOBS } = context.env;
  const body = context.req.raw.body ?? new Blob([]).stream();
  try {
    const now = new Date().toISOString();
    const stored = await storeBlob(BLOBS, openDatabase(DB), { ...name, size }, body, now);
    return context.json({ sha256: name.sha256, stored }, stored ? 201 : 200);
  } catch (error) {
    if (!(error instanceof WrongDigest)) throw error;
    const detail =
      "The bytes that arrived have another SHA-256: nothing was kept. Send them again.";
    return problem(context, 422, "wrong-digest", "These are other bytes", detail);
  }
}

/** `PUT /api/v1/staff/works/{slug}`: publishes a record against the revision it was planned against. */
export async function putWork(context: RequestContext): Promise<Response> {
  const parsed = record.safeParse(await readJson(context));
  if (!parsed.success) return invalid(context, "invalid-record", parsed.error.issues);
  if (parsed.data.slug !== context.req.param("slug")) {
    const detail = `The record says ${parsed.data.slug}.`;
    return problem(context, 422, "invalid-record", "The slug isn't the address's", detail);
  }
  const ifMatch = /^"([0-9a-f]{64})"$/.exec(context.req.header("If-Match") ?? "")?.[1];
  if (ifMatch === undefined && context.req.header("If-None-Match") !== "*") {
    const detail = 'Send If-Match: "<digest of the revision>", or If-None-Match: * for a new work.';
    return problem(context, 428, "precondition-required", "Say what this replaces", detail);
  }
  try {
    const { DB, BLOBS } = context.env;
    const applied = await apply(openDatabase(DB), BLOBS, {
      record: parsed.data,
      replaces: ifMatch,
      actor: context.get("staff"),
      now: new Date(),
    });
    return context.json(applied, applied.change === "create" ? 201 : 200, {
      ETag: `"${applied.digest}"`,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [status, title] = refusals[error.reason];
    return problem(context, status, error.reason, title, error.message);
  }
}

const refusals: Record<RefusalReason, [409 | 412, string]> = {
  "kind-changed": [409, "The slug belongs to another kind of work"],
  "missing-blobs": [409, "Files are missing"],
  "missing-series": [409, "The series is missing"],
  moved: [412, "Someone else published meanwhile"],
  withdrawn: [409, "This work was withdrawn"],
};

async function readJson(context: RequestContext): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return undefined;
  }
}

function invalid(
  context: RequestContext,
  type: "invalid-request" | "invalid-record",
  issues: readonly { path: PropertyKey[]; message: string }[],
): Response {
  const detail = issues
    .slice(0, 20)
    .map((issue) => `${issue.path.map(String).join(".") || "(the whole)"}: ${issue.message}`)
    .join("; ");
  const title = type === "invalid-record" ? "The record isn't valid" : "This can't be read";
  return problem(context, type === "invalid-record" ? 422 : 400, type, title, detail);
}

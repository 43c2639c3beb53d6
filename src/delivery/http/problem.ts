import type { ContentfulStatusCode } from "hono/utils/http-status";
import { chooseText, type Texts } from "../../i18n/fallback.ts";
import type { RequestContext } from "./environment.ts";

/** Every kind of problem that a program can be told; docs/problems.md has a paragraph on each. */
export type ProblemType =
  | "invalid-request"
  | "not-found"
  | "withdrawn"
  | "method-not-allowed"
  | "unauthorized"
  | "forbidden"
  | "precondition-required"
  | "invalid-record"
  | "broken-history"
  | "kind-changed"
  | "last-admin"
  | "missing-blobs"
  | "missing-series"
  | "moved"
  | "no-draft"
  | "no-such-revision"
  | "not-withdrawn"
  | "slug-in-use"
  | "wrong-digest"
  | "blob-exists"
  | "tus-version"
  | "wrong-content-type"
  | "wrong-offset"
  | "too-large"
  | "upload-expired"
  | "too-many-requests"
  | "server-error";

/**
 * An error for a program, as RFC 9457 has it. Its type is an address that a person can open.
 * @param detail what happened here, and what to do about it
 * @param members what a program needs to go on from here (RFC 9457 §3.2)
 */
export function problem(
  context: RequestContext,
  status: ContentfulStatusCode,
  type: ProblemType,
  title: string,
  detail?: string,
  members: Readonly<Record<string, unknown>> = {},
): Response {
  const address = new URL(`/docs/problems#${type}`, context.req.url).href;
  return context.body(
    JSON.stringify({ type: address, title, status, detail, ...members }),
    status,
    {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
    },
  );
}

/** 410 for a program, with the public notice in the nearest language to the one asked for. */
export function withdrawnProblem(
  context: RequestContext,
  item: { inLanguage: string; withdrawalNotice?: Texts | undefined },
  language: string,
): Response {
  const notice = chooseText(item.withdrawalNotice, language, item.inLanguage)?.value;
  return problem(context, 410, "withdrawn", "This work was withdrawn", notice);
}

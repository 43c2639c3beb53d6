import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem, ProblemType } from "../../api/contract/problems.ts";
import { chooseText, type Texts } from "../../i18n/fallback.ts";
import type { RequestContext } from "./environment.ts";

/**
 * Answers a program with an error (RFC 9457). The type is an address that a person can open.
 * @param detail what happened, and what to do about it
 * @param members what a program needs in order to react (RFC 9457 §3.2)
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
  const document: Problem = { type: address, title, status, detail };
  return context.body(JSON.stringify({ ...document, ...members }), status, {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
  });
}

/** 410 for a program, with the public notice in the requested language or the nearest to it. */
export function withdrawnProblem(
  context: RequestContext,
  item: { readonly inLanguage: string; readonly withdrawalNotice?: Texts | undefined },
  language: string,
): Response {
  const notice = chooseText(item.withdrawalNotice, language, item.inLanguage)?.value;
  return problem(context, 410, "withdrawn", "This work was withdrawn", notice);
}

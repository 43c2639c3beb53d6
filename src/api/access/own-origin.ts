import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";

/**
 * Whether a change comes from one of our own pages. Browsers send `Origin` with every POST, PUT, PATCH and DELETE
 * (Fetch, 4.1), and those of today `Sec-Fetch-Site` as well. Hono's `csrf` isn't used: it lets JSON and tus pass.
 */
export function isFromOwnPage(context: RequestContext): boolean {
  const site = context.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin") return false;
  return context.req.header("Origin") === originOf(context);
}

const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/** Whether a method may change something (RFC 9110 §9.2.1). */
export function isUnsafe(method: string): boolean {
  return !safeMethods.includes(method);
}

/** 403 for a change that comes from elsewhere, as a problem document. */
export function foreignRequest(context: RequestContext): Response {
  const detail =
    "A change must come from a page of this library: its Origin and Sec-Fetch-Site say that it doesn't.";
  return problem(context, 403, "forbidden", "This came from another site", detail);
}

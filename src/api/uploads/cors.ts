import type { MiddlewareHandler } from "hono";
import type { Environment } from "../../delivery/http/environment.ts";
import { digestHeader, tusVersion } from "./protocol.ts";

/** The headers that tus clients send (tus 1.0, Headers); some libraries add the last two. */
const requestHeaders = [
  "Authorization",
  "Content-Type",
  "Tus-Resumable",
  "Upload-Length",
  "Upload-Metadata",
  "Upload-Offset",
  "Upload-Checksum",
  "Upload-Defer-Length",
  "Upload-Concat",
  "X-HTTP-Method-Override",
  "X-Request-ID",
  "X-Requested-With",
];

/** The headers of our answers that scripts need. */
const answerHeaders = [
  "Location",
  "Retry-After",
  "Tus-Resumable",
  "Tus-Version",
  "Tus-Extension",
  "Tus-Max-Size",
  "Tus-Checksum-Algorithm",
  "Upload-Length",
  "Upload-Metadata",
  "Upload-Offset",
  "Upload-Expires",
  "Videoteca-Part-Size",
  digestHeader,
];

/** How long a browser may remember a preflight's answer, in seconds; Chromium's own limit is two hours. */
const preflightSeconds = "7200";

/**
 * Lets a page on any origin upload with a token. A browser sends no cookie or token by itself here, so no
 * origin needs to be refused (Fetch, CORS protocol without credentials). Refusals are readable as well.
 */
export const allowUploaders: MiddlewareHandler<Environment> = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers", answerHeaders.join(", "));
  if (context.req.method === "OPTIONS") {
    headers.set("Access-Control-Allow-Methods", headers.get("Allow") ?? "");
    headers.set("Access-Control-Allow-Headers", requestHeaders.join(", "));
    headers.set("Access-Control-Max-Age", preflightSeconds);
  } else {
    // tus requires it in every other answer, refusals included.
    headers.set("Tus-Resumable", tusVersion);
  }
};

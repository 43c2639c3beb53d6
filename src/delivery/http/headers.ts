import type { MiddlewareHandler } from "hono";
import { isReportPath } from "../../records/addresses.ts";
import { contentPolicy, isEmbed, isStaff } from "./content-policy.ts";
import type { Environment } from "./environment.ts";

/** A year in seconds, for which browsers ask for the library by https only (RFC 6797 §6.1.1). */
const transportSecurity = "max-age=31536000";

/**
 * How long a cache between us and all readers may keep an answer (RFC 9213), in seconds: a withdrawal takes hold within
 * a minute. Browsers may keep a film for a day, and show a page a little longer while they ask for it again.
 */
const sharedCaching = "max-age=60";

/** Features that no page of ours uses, so that no script in one could (Permissions Policy, W3C). */
const permissionsPolicy = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * Headers for every answer. Browsers don't guess media types and don't send our addresses to other sites,
 * as a reader's history may endanger them.
 */
export const secureHeaders: MiddlewareHandler<Environment> = async (context, next) => {
  await next();
  const { headers } = context.res;
  const url = new URL(context.req.url);
  const contentType = headers.get("Content-Type") ?? "";
  const styleHash = context.get("styleHash");
  headers.set("X-Content-Type-Options", "nosniff");
  // With `no-referrer` browsers send `Origin: null` with a form, and no address could tell its own (Fetch, 4.1).
  const hasForm = isStaff(url.pathname) || isReportPath(url.pathname);
  headers.set("Referrer-Policy", hasForm ? "same-origin" : "no-referrer");
  headers.set("Permissions-Policy", permissionsPolicy);
  headers.set("Content-Security-Policy", contentPolicy({ contentType, url, styleHash }));
  // What scripts of other sites may read, their pages may also load (Fetch, Cross-Origin-Resource-Policy).
  const isOpen = headers.has("Access-Control-Allow-Origin");
  headers.set("Cross-Origin-Resource-Policy", isOpen ? "cross-origin" : "same-origin");
  // Browsers ignore it over http (RFC 6797 §8.1).
  if (url.protocol === "https:") headers.set("Strict-Transport-Security", transportSecurity);
  // A page that opens one of ours gets no handle of its window. An embed's link asks for an answer without this
  // header when its window will be in a sandbox, where browsers refuse a page that has it.
  const isSandboxed = isEmbed(url.pathname) || context.req.query("sandboxed") !== undefined;
  if (contentType.startsWith("text/html") && !isSandboxed) {
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
  }
  // No cache keeps an address that contains what a reader searched for.
  if (context.req.query("q") !== undefined) headers.set("Cache-Control", "no-store");
  if (headers.get("Cache-Control")?.startsWith("public") === true) {
    headers.set("CDN-Cache-Control", sharedCaching);
  }
};

/** What scripts of other sites may do, as a browser asks before a request that isn't simple (Fetch, CORS-preflight fetch). */
const preflightAnswer = {
  "Access-Control-Allow-Methods": "GET,HEAD",
  "Access-Control-Allow-Headers": "Range,If-Range,If-Match,If-None-Match",
};

const exposedHeaders = "Content-Length,Content-Range,Accept-Ranges,ETag,Link";

/** Scripts on any other site may read media, captions, transcripts, embeds and the read API (DESIGN 11). */
export const allowAnyOrigin: MiddlewareHandler<Environment> = async (context, next) => {
  try {
    if (context.req.method === "OPTIONS") context.res = context.body(null, 204, preflightAnswer);
    else await next();
  } finally {
    // Set on the finished answer: hono copies an answer whose headers are set before it is made.
    const { headers } = context.res;
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Access-Control-Expose-Headers", exposedHeaders);
  }
};

import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import {
  deferCaptionsScriptHash,
  embedScriptHash,
  embedStyleHash,
  loadTranscriptScriptHash,
  reserveSpaceScriptHash,
  siteStyleHash,
  transcriptStyleHash,
  watchScriptHash,
} from "../../../build/browser.ts";
import type { Environment } from "./environment.ts";

/** Hashes as a Content-Security-Policy lists them. */
const formatHashes = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(" ");
const ownStyles = formatHashes([siteStyleHash, embedStyleHash, transcriptStyleHash]);
const ownScripts = formatHashes([
  deferCaptionsScriptHash,
  watchScriptHash,
  embedScriptHash,
  loadTranscriptScriptHash,
  reserveSpaceScriptHash,
]);

/**
 * Headers for every answer. Browsers don't guess media types and don't send our addresses to other sites,
 * as a reader's history may endanger them. Pages run and load only our own files; the policy names our
 * origin, because in an embed's sandbox `'self'` is another one.
 */
export const secureHeaders: MiddlewareHandler<Environment> = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  // No cache keeps an address that contains what a reader searched for.
  if (context.req.query("q") !== undefined) headers.set("Cache-Control", "no-store");
  if (!headers.get("Content-Type")?.startsWith("text/html")) return;
  const { origin, pathname } = new URL(context.req.url);
  const embed = pathname.startsWith("/embed/");
  // A printable transcript has its own style and no script.
  const transcript = pathname.startsWith("/transcripts/");
  const styleHash = context.get("styleHash");
  const addedStyle = styleHash === undefined ? "" : ` '${styleHash}'`;
  const styles = transcript ? "'unsafe-inline'" : `${ownStyles}${addedStyle} ${origin}/accent/`;
  const scripts = transcript ? "'none'" : `${ownScripts} ${origin}/player/`;
  headers.set(
    "Content-Security-Policy",
    [
      "default-src 'none'",
      `style-src ${styles}`,
      `script-src ${scripts}`,
      `img-src ${origin} data:`,
      `media-src ${origin}`,
      `frame-src ${origin}/embed/`,
      `form-action ${origin}`,
      // Lighthouse fetches it from within the page; our own scripts fetch nothing.
      `connect-src ${origin}/robots.txt`,
      "base-uri 'none'",
      `frame-ancestors ${embed ? "*" : "'none'"}`,
    ].join("; "),
  );
};

/** Scripts on any other site may read media, captions, transcripts, embeds and the read API (DESIGN 11). */
export const allowAnyOrigin = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD"],
  allowHeaders: ["Range", "If-Range", "If-Match", "If-None-Match"],
  exposeHeaders: ["Content-Length", "Content-Range", "Accept-Ranges", "ETag"],
});

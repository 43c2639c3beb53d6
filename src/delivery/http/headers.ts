import type { MiddlewareHandler } from "hono";
import {
  captionsScriptHash,
  embedScriptHash,
  embedStyleHash,
  roomScriptHash,
  siteStyleHash,
  transcriptScriptHash,
  transcriptStyleHash,
  watchScriptHash,
} from "../../../build/browser.ts";
import type { Environment } from "./environment.ts";

const inPolicy = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(" ");
const ownStyles = inPolicy([siteStyleHash, embedStyleHash, transcriptStyleHash]);
const ownScripts = inPolicy([
  captionsScriptHash,
  watchScriptHash,
  embedScriptHash,
  transcriptScriptHash,
  roomScriptHash,
]);

/**
 * What holds for every answer: nothing is sniffed, and no address of ours is told to another site
 * (someone's history may be dangerous to them). Pages may run and load only what we wrote; the origin
 * is named, since in an embed's sandbox `'self'` isn't us.
 */
export const secureHeaders: MiddlewareHandler<Environment> = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  // An address with a reader's words in it is kept by nobody.
  if (context.req.query("q") !== undefined) headers.set("Cache-Control", "no-store");
  if (!headers.get("Content-Type")?.startsWith("text/html")) return;
  const { origin, pathname } = new URL(context.req.url);
  const embed = pathname.startsWith("/embed/");
  // A transcript to print bears its own style and no script.
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
      // Lighthouse asks for it from within the page; no script of ours asks for anything so.
      `connect-src ${origin}/robots.txt`,
      "base-uri 'none'",
      `frame-ancestors ${embed ? "*" : "'none'"}`,
    ].join("; "),
  );
};

/** Any page on the web may read these: media, captions, transcripts, embeds, the read API (DESIGN 11). */
export const allowAnyOrigin: MiddlewareHandler<Environment> = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set(
    "Access-Control-Expose-Headers",
    "Content-Length, Content-Range, Accept-Ranges, ETag",
  );
};

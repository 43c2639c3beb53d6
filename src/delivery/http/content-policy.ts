import {
  bilingualStyleHash,
  consoleStyleHash,
  deferCaptionsScriptHash,
  drawingsStyleHash,
  drawnPosterStyleHash,
  embedScriptHash,
  embedStyleHash,
  episodeListStyleHash,
  filmPageStyleHash,
  loadTranscriptScriptHash,
  readScriptHash,
  siteStyleHash,
  transcriptStyleHash,
  warningCoverStyleHash,
  watchScriptHash,
} from "../../../build/browser.ts";

/** Hashes as a Content-Security-Policy lists them. */
const formatHashes = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(" ");
const ownStyles = formatHashes([
  siteStyleHash,
  filmPageStyleHash,
  bilingualStyleHash,
  embedStyleHash,
  warningCoverStyleHash,
  episodeListStyleHash,
  transcriptStyleHash,
  drawingsStyleHash,
  drawnPosterStyleHash,
]);
const ownScripts = formatHashes([
  deferCaptionsScriptHash,
  watchScriptHash,
  readScriptHash,
  embedScriptHash,
  loadTranscriptScriptHash,
]);

/** What the policy of an answer depends on. */
interface PolicyOptions {
  readonly contentType: string;
  readonly url: URL;
  /** Hash of an inline style that only this answer has. */
  readonly styleHash: string | undefined;
}

/** The Content-Security-Policy of an answer: no answer may run a script but our own pages. */
export function contentPolicy({ contentType, url, styleHash }: PolicyOptions): string {
  if (contentType.startsWith("text/html")) return pagePolicy(url, styleHash);
  return url.pathname.startsWith("/media/") ? filePolicy(contentType, url.origin) : dataPolicy;
}

/**
 * Pages run and load only our own files. The policy names our origin, because in an embed's sandbox `'self'`
 * is another one. An embed has no `frame-ancestors`: even `*` would refuse a page without an origin (a
 * sandboxed frame, a file), because it matches network schemes only (CSP 3, 6.7.2.8).
 */
function pagePolicy({ origin, pathname }: URL, styleHash: string | undefined): string {
  if (isStaff(pathname)) return consolePolicy(origin);
  // A printable transcript has its own style and no script.
  const isTranscript = pathname.startsWith("/transcripts/");
  const addedStyle = styleHash === undefined ? "" : ` '${styleHash}'`;
  const styles = isTranscript ? "'unsafe-inline'" : `${ownStyles}${addedStyle} ${origin}/accent/`;
  const scripts = isTranscript ? "'none'" : `${ownScripts} ${origin}/player/`;
  return [
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
    ...(isEmbed(pathname) ? [] : ["frame-ancestors 'none'"]),
  ].join("; ");
}

/**
 * The console's scripts are files of its own release; they ask its API, and show films and pictures that a person has
 * chosen and not yet published (`blob:`).
 */
function consolePolicy(origin: string): string {
  return [
    "default-src 'none'",
    `style-src ${formatHashes([siteStyleHash, consoleStyleHash])} ${origin}/accent/`,
    `script-src ${origin}/console/`,
    `worker-src ${origin}/console/`,
    `connect-src ${origin}/staff/api/ ${origin}/media/ ${origin}/captions/`,
    `img-src ${origin} data: blob:`,
    `media-src ${origin} blob:`,
    `form-action ${origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Answers that aren't pages: JSON, text, XML, scripts, style sheets, redirects. */
const dataPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Files that staff uploaded. Browsers show films, sound and pictures in a document of their own, which loads
 * the file again and has an inline style. PDF viewers do so too, and Safari's shows nothing in a sandbox. All
 * other files have an origin of their own (`sandbox`). Other sites may frame them.
 */
function filePolicy(contentType: string, origin: string): string {
  const isShown = /^(?:image\/|video\/|audio\/|application\/pdf)/.test(contentType);
  const own = isShown
    ? [
        `img-src ${origin}`,
        `media-src ${origin}`,
        `object-src ${origin}`,
        "style-src 'unsafe-inline'",
      ]
    : ["sandbox"];
  return ["default-src 'none'", ...own, "base-uri 'none'", "form-action 'none'"].join("; ");
}

/** Whether any page may frame what is at a path. */
export function isEmbed(pathname: string): boolean {
  return pathname.startsWith("/embed/");
}

/** Whether a path is the console's. */
export function isStaff(pathname: string): boolean {
  return pathname === "/staff" || pathname.startsWith("/staff/");
}

import { toSafeLine } from "../output/safe-text.ts";

/**
 * One sentence for an answer that isn't a success: what happened and what to do.
 * @param given the explanation in the server's problem document (RFC 9457), if it sent one
 */
export function statusMessage(status: number, url: string, given: string | undefined): string {
  const detail = given === undefined ? undefined : toSafeLine(given);
  const explanation = detail === undefined ? "" : ` The server says: ${detail}`;
  if (status === 401) {
    return `The library at ${url} refuses the token: set VIDEOTECA_TOKEN to a valid one, or run \`videoteca login\`.`;
  }
  if (status === 403) {
    return `Your token doesn't allow this: ask an administrator for one that does.${explanation}`;
  }
  if (status === 404) {
    return detail ?? `${url} has no publishing API: see whether VIDEOTECA_URL is right.`;
  }
  if (status === 412) {
    return detail ?? "Someone else published this work meanwhile: plan again, look, and apply.";
  }
  if (status === 413) {
    return `The file is larger than the server accepts: make it smaller.${explanation}`;
  }
  if (status === 429) return "Too many requests. Wait a minute and run this again.";
  if (status >= 500) {
    return `The server failed (${status}). Run this again: files that have arrived are kept.${explanation}`;
  }
  if (status >= 300 && status < 400) {
    return `${url} redirects to another address: set VIDEOTECA_URL to the library's own address.`;
  }
  return detail ?? `The server refused the request (${status}).`;
}

const connectionBroke = "the connection broke. Run this again: files that have arrived are kept.";
const tooSlow = "the server takes too long. Run this again: files that have arrived are kept.";

/** Why the server couldn't be reached, and what to do. */
export function unreachableMessage(url: string, error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: "is the library running? `npm start` runs it on this machine.",
    ENOTFOUND: "there is no such host. See whether VIDEOTECA_URL is right.",
    EAI_AGAIN: "there is no network, or no such host. See whether VIDEOTECA_URL is right.",
    ECONNRESET: connectionBroke,
    EPIPE: connectionBroke,
    ETIMEDOUT: tooSlow,
    ABORT_ERR: tooSlow,
    ENETUNREACH: "there is no network. Run this again when there is one.",
    EHOSTUNREACH: "there is no way to this host. See whether VIDEOTECA_URL is right.",
  };
  const code = findErrorCode(error);
  const reason = reasons[code] ?? reasonOfKind(code) ?? `run this again later (${code}).`;
  return `Can't reach ${url}: ${reason}`;
}

/** The reason for a code of which OpenSSL and Node's parser of HTTP have many. */
function reasonOfKind(code: string): string | undefined {
  if (/CERT|^UNABLE_TO_/.test(code)) {
    return `its certificate isn't valid (${code}), so your token isn't sent. See whether VIDEOTECA_URL is right, and the clock of this machine.`;
  }
  if (/^ERR_SSL_|^EPROTO$/.test(code)) {
    return `nothing there speaks https (${code}). See whether VIDEOTECA_URL begins rightly, with https or http.`;
  }
  if (code.startsWith("HPE_")) {
    return `what answers there isn't a web server (${code}). See whether VIDEOTECA_URL is right.`;
  }
  return undefined;
}

/** The first code of an error or of its causes, or else what the first cause says. */
function findErrorCode(error: unknown): string {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string") return current.code;
    if (current instanceof AggregateError && current.errors.length > 0) {
      return findErrorCode(current.errors[0]);
    }
  }
  if (!(error instanceof Error)) return "unknown";
  return error.cause instanceof Error ? findErrorCode(error.cause) : error.message;
}

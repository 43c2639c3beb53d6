/**
 * One plain sentence for an answer that isn't a success: what happened and what to do.
 * @param detail the server's own words (RFC 9457), where it had some
 */
export function statusMessage(status: number, url: string, detail: string | undefined): string {
  const said = detail === undefined ? "" : ` The server says: ${detail}`;
  if (status === 401) {
    return `The token isn't taken at ${url}: set VIDEOTECA_TOKEN to a valid one, or run \`videoteca login\`.`;
  }
  if (status === 403) {
    return `Your token may not do that: ask an administrator for one that may.${said}`;
  }
  if (status === 404) {
    return detail ?? `${url} has no publishing API: see whether VIDEOTECA_URL is right.`;
  }
  if (status === 412) {
    return detail ?? "Someone else published this work meanwhile: plan again, look, and apply.";
  }
  if (status === 413) {
    return `The file is larger than the server takes at once: make it smaller.${said}`;
  }
  if (status === 429) return "The server is asked too often: wait a minute and run this again.";
  if (status >= 500) {
    return `The server failed (${status}): run this again; what was sent is kept.${said}`;
  }
  if (status >= 300 && status < 400) {
    return `${url} points elsewhere: set VIDEOTECA_URL to the library's own address.`;
  }
  return detail ?? `The server refused it (${status}).`;
}

const broken = "the connection broke: run this again; what was sent is kept.";

/** Why nobody answered, and what to do. */
export function unreachableMessage(url: string, error: unknown): string {
  const codes: Readonly<Record<string, string>> = {
    ECONNREFUSED: "is the library running? `npm start` runs it on this machine.",
    ENOTFOUND: "there is no such host: see whether VIDEOTECA_URL is right.",
    EAI_AGAIN: "there is no network, or no such host: see VIDEOTECA_URL.",
    ECONNRESET: broken,
    EPIPE: broken,
    UND_ERR_SOCKET: broken,
    ETIMEDOUT: "the server takes too long: run this again; what was sent is kept.",
  };
  const code = codeOf(error);
  return `Nobody answers at ${url}: ${codes[code] ?? `run this again later (${code}).`}`;
}

/** The first code in an error or in what caused it. */
function codeOf(error: unknown): string {
  for (let here = error; here instanceof Error; here = here.cause) {
    if ("code" in here && typeof here.code === "string") return here.code;
    if (here instanceof AggregateError && here.errors.length > 0) return codeOf(here.errors[0]);
  }
  return error instanceof Error ? error.message : "unknown";
}

import { Stop } from "./stop.ts";

/** Where the library is, and who asks. */
export interface Settings {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string;
}

export const usualUrl = "http://localhost:8787";

/**
 * Reads `VIDEOTECA_URL` and `VIDEOTECA_TOKEN`.
 * @throws Stop where there is no token, or where the address is none
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const url = (environment.VIDEOTECA_URL || usualUrl).replace(/\/+$/, "");
  const token = environment.VIDEOTECA_TOKEN?.trim();
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new Stop(`VIDEOTECA_URL is “${url}”: set it to the library's address, https://…`);
  }
  if (token === undefined || token === "") {
    throw new Stop(
      "VIDEOTECA_TOKEN isn't set: set it to your staff token, which `npm start` prints for the library on this machine.",
    );
  }
  return { url, token };
}

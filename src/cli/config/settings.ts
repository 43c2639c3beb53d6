import { CliError } from "../cli-error.ts";
import { profileFile, profileName, readProfile } from "./profiles.ts";

/** Which library a command talks to, and with which token. */
export interface Settings {
  /** The library's address, without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** The file that the token was read from; undefined if it comes from the environment. */
  readonly file?: string;
}

/** Where `npm start` serves the library. */
export const defaultUrl = "http://localhost:8787";

/**
 * Reads `VIDEOTECA_URL` and `VIDEOTECA_TOKEN`, or, if there is no token, the profile that
 * `VIDEOTECA_PROFILE` names. A profile's token is only ever sent to the profile's own library.
 * @throws CliError if there is no token, or if the address is invalid
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const urlText = environment.VIDEOTECA_URL?.trim() || undefined;
  const wantedUrl = urlText === undefined ? undefined : parseUrl(urlText, "VIDEOTECA_URL");
  const token = environment.VIDEOTECA_TOKEN?.trim();
  if (token) return { url: wantedUrl ?? defaultUrl, token: parseToken(token, "VIDEOTECA_TOKEN") };

  const name = profileName(environment);
  const file = profileFile(environment, name);
  const profile = readProfile(file);
  if (profile === undefined) {
    if (environment.VIDEOTECA_PROFILE) {
      throw new CliError(
        `There is no profile ${name}: create it with \`videoteca login --profile ${name}\`.`,
      );
    }
    throw new CliError(
      "VIDEOTECA_TOKEN isn't set: set it to your staff token (`npm start` prints one for the library on this machine), or run `videoteca login`.",
    );
  }
  const url = parseUrl(profile.url, file);
  if (wantedUrl !== undefined && wantedUrl !== url) {
    throw new CliError(
      `VIDEOTECA_URL is ${wantedUrl}, but the profile ${name} is for ${url}: set VIDEOTECA_TOKEN too, or unset VIDEOTECA_URL.`,
    );
  }
  return { url, token: parseToken(profile.token, file), file };
}

/**
 * The address of the library that `VIDEOTECA_URL` or the profile names, with or without a token.
 * @returns undefined if neither names one, or if what they name is invalid
 */
export function findLibraryUrl(environment: NodeJS.ProcessEnv): string | undefined {
  try {
    const url =
      environment.VIDEOTECA_URL?.trim() ||
      readProfile(profileFile(environment, profileName(environment)))?.url;
    return url ? parseUrl(url, "the address") : undefined;
  } catch (error) {
    if (error instanceof CliError) return undefined;
    throw error;
  }
}

/**
 * Validates a library's address. @returns it without a slash at its end
 * @param source where the text was read from, for the error message
 * @throws CliError if it isn't an http or https address, or contains a password
 */
export function parseUrl(text: string, source: string): string {
  const url = text.trim().replace(/\/+$/, "");
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed !== undefined && (parsed.username !== "" || parsed.password !== "")) {
    throw new CliError(`${source} contains a user name or password: give only the address.`);
  }
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new CliError(`${source} is “${url}”: set it to the library's address, https://…`);
  }
  return url;
}

/**
 * Validates a token for use in a header. The error doesn't contain it: one wrong character doesn't
 * make it harmless.
 * @param source where the text was read from, for the error message
 * @throws CliError if it contains characters that no token has
 */
export function parseToken(text: string, source: string): string {
  const token = text.trim();
  if (/^[\x21-\x7e]{1,500}$/.test(token)) return token;
  throw new CliError(
    `${source} contains spaces or characters that no token has: copy the token again.`,
  );
}

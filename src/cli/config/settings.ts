import { CliError } from "../cli-error.ts";
import { profileFile, profileName, readProfile } from "./profiles.ts";

/** Where the library is, and who asks. */
export interface Settings {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** The file that the token was read from; undefined where the environment gave it. */
  readonly file?: string;
}

export const defaultUrl = "http://localhost:8787";

/**
 * Reads `VIDEOTECA_URL` and `VIDEOTECA_TOKEN`, and where there is no token the profile that
 * `VIDEOTECA_PROFILE` names. A profile's token goes to its own library and to no other.
 * @throws Stop where there is no token, or where the address is none
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const named = environment.VIDEOTECA_URL?.trim() || undefined;
  const asked = named === undefined ? undefined : readUrl(named, "VIDEOTECA_URL");
  const token = environment.VIDEOTECA_TOKEN?.trim();
  if (token) return { url: asked ?? defaultUrl, token: readToken(token, "VIDEOTECA_TOKEN") };

  const name = profileName(environment);
  const file = profileFile(environment, name);
  const profile = readProfile(file);
  if (profile === undefined) {
    if (environment.VIDEOTECA_PROFILE) {
      throw new CliError(
        `There is no profile ${name}: \`videoteca login --profile ${name}\` makes it.`,
      );
    }
    throw new CliError(
      "VIDEOTECA_TOKEN isn't set: set it to your staff token (`npm start` prints one for the library on this machine), or run `videoteca login`.",
    );
  }
  const url = readUrl(profile.url, file);
  if (asked !== undefined && asked !== url) {
    throw new CliError(
      `VIDEOTECA_URL is ${asked}, but the profile ${name} is for ${url}: set VIDEOTECA_TOKEN too, or unset VIDEOTECA_URL.`,
    );
  }
  return { url, token: readToken(profile.token, file), file };
}

/**
 * A library's address, without a slash at its end.
 * @param from what it was read from, to name it in the error
 * @throws Stop where it is none
 */
export function readUrl(text: string, from: string): string {
  const url = text.trim().replace(/\/+$/, "");
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed !== undefined && (parsed.username !== "" || parsed.password !== "")) {
    throw new CliError(`${from} has a user name or password in it: write the address alone.`);
  }
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new CliError(`${from} is “${url}”: set it to the library's address, https://…`);
  }
  return url;
}

/**
 * A token as it may stand in a header. The error doesn't repeat it: it may be right but for a letter.
 * @throws Stop where no token looks so
 */
export function readToken(text: string, from: string): string {
  const token = text.trim();
  if (/^[\x21-\x7e]{1,500}$/.test(token)) return token;
  throw new CliError(`${from} has spaces or letters that no token has: copy the token again.`);
}

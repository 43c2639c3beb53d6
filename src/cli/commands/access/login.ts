import { text } from "node:stream/consumers";
import { fetchWhoami } from "../../api/tokens.ts";
import { CliError } from "../../cli-error.ts";
import { profileName, writeProfile } from "../../config/profiles.ts";
import { defaultUrl, readToken, readUrl } from "../../config/settings.ts";
import { formatExpiry } from "../../output/expiry.ts";
import { print } from "../../output/print.ts";
import { isInteractive, promptAnswer, prompts, questionContext } from "../../output/questions.ts";

/**
 * `videoteca login`: keeps a library's address and a token for it, once the library has taken it. The
 * token is typed unseen, or comes by standard input; never as an argument, which others could see.
 * @returns the exit code
 */
export async function login({
  url: named,
  json = false,
}: {
  url?: string;
  json?: boolean;
}): Promise<number> {
  const name = profileName(process.env);
  const url = readUrl(named || process.env.VIDEOTECA_URL || (await askUrl()), "the address");
  warnOfPlainHttp(url);
  const token = readToken(await askToken(), "the token");
  const { id, name: bearer, scopes, expiresAt } = await fetchWhoami({ url, token });
  const file = writeProfile(process.env, name, { url, token });
  if (json) {
    const kept = { profile: name, file, url, id, name: bearer, scopes, expiresAt };
    print(JSON.stringify(kept, null, 2));
    return 0;
  }
  print(`You are ${bearer} at ${url}, and may: ${scopes.join(", ")}.`);
  print(`The token ends ${formatExpiry(expiresAt, new Date())}. It is kept in ${file}.`);
  if (process.env.VIDEOTECA_TOKEN) {
    print(
      "VIDEOTECA_TOKEN is set as well, and wins as long as it is: unset it to use the profile.",
    );
  }
  return 0;
}

async function askUrl(): Promise<string> {
  if (!isInteractive()) throw new CliError("There is nobody to ask here: say --url https://…");
  const { input } = await prompts();
  const question = { message: "The library's address", default: defaultUrl };
  return promptAnswer(input(question, questionContext));
}

async function askToken(): Promise<string> {
  if (!process.stdin.isTTY) {
    const piped = (await text(process.stdin)).trim();
    if (piped !== "") return piped;
    throw new CliError("There is no token on standard input: videoteca login --url … < token-file");
  }
  const { password } = await prompts();
  const question = {
    message: "Your staff token (it stays hidden)",
    mask: false,
    toggleMask: false,
  };
  return promptAnswer(password(question, questionContext));
}

function warnOfPlainHttp(url: string): void {
  const { protocol, hostname } = new URL(url);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol === "https:" || isHere) return;
  process.stderr.write(
    `Careful: ${url} isn't https, so anyone on the way can read your token and use it.\n`,
  );
}

import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { profileName, writeProfile } from "../../config/profiles.ts";
import { defaultUrl, parseToken, parseUrl } from "../../config/settings.ts";
import { formatExpiry } from "../../output/expiry.ts";
import { print, printJson, printNotice } from "../../output/print.ts";
import { askSecret, askText, requireTerminal } from "../../output/questions.ts";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

interface LoginOptions extends JsonOption {
  readonly url?: string;
}

/** Adds `videoteca login`. */
export function addLoginCommand(program: Command): void {
  program
    .command("login")
    .helpGroup(helpGroups.access)
    .description("save a library's address and your token in a profile, after testing them")
    .option("--url <address>", `the library's address (asked if not given; often ${defaultUrl})`)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
The token stays hidden while you type it, or is read from standard input. It is never an argument.
Only you can read the profile's file. To save several profiles, give each a --profile NAME.

Examples:
  videoteca login
  videoteca login --url https://library.example --profile work
  videoteca login --url https://library.example < token-file

Exit codes: 0 the profile was saved, 1 the library rejects the token, or can't be reached.`,
    )
    .action(withExitCode(login));
}

async function login({ url: given, json = false }: LoginOptions): Promise<number> {
  const { fetchWhoami } = await import("../../api/tokens.ts");
  const profile = profileName(process.env);
  const url = parseUrl(given || process.env.VIDEOTECA_URL || (await askUrl()), "the address");
  warnAboutPlainHttp(url);
  const token = parseToken(await readSecret(), "the token");
  const { id, name, scopes, expiresAt } = await fetchWhoami({ url, token });
  const file = writeProfile(process.env, profile, { url, token });
  if (json) {
    printJson({ profile, file, url, id, name, scopes, expiresAt });
    return 0;
  }
  print(`You are ${name} at ${url}, with the scopes: ${scopes.join(", ")}.`);
  print(`The token expires ${formatExpiry(expiresAt, new Date())}. It is saved in ${file}.`);
  if (process.env.VIDEOTECA_TOKEN) {
    print("VIDEOTECA_TOKEN is also set and takes precedence: unset it to use the profile.");
  }
  return 0;
}

function askUrl(): Promise<string> {
  requireTerminal("--url https://…");
  return askText("The library's address", defaultUrl);
}

/** Asks for the token at a terminal; otherwise reads it from standard input. */
async function readSecret(): Promise<string> {
  if (process.stdin.isTTY) return askSecret("Your staff token (it stays hidden)");
  const piped = (await text(process.stdin)).trim();
  if (piped === "") requireTerminal("the token on standard input: videoteca login … < token-file");
  return piped;
}

function warnAboutPlainHttp(url: string): void {
  const { protocol, hostname } = new URL(url);
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol === "https:" || isLocal) return;
  printNotice(
    `Warning: ${url} isn't https, so anyone on the network can read your token and use it.`,
  );
}

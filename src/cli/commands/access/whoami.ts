import { fetchWhoami } from "../../api/tokens.ts";
import { readSettings } from "../../config/settings.ts";
import { formatExpiry } from "../../output/expiry.ts";
import { print } from "../../output/print.ts";

/** `videoteca whoami`: what the token in use is, and which library takes it. @returns the exit code */
export async function whoami({ json = false }: { json?: boolean }): Promise<number> {
  const settings = readSettings(process.env);
  const { id, name, scopes, expiresAt } = await fetchWhoami(settings);
  const source = settings.file ?? "VIDEOTECA_TOKEN";
  if (json) {
    print(JSON.stringify({ url: settings.url, source, id, name, scopes, expiresAt }, null, 2));
    return 0;
  }
  print(`${name}, at ${settings.url}`);
  print(`may:     ${scopes.join(", ")}`);
  print(`ends:    ${formatExpiry(expiresAt, new Date())}`);
  print(`token:   ${id}, from ${source}`);
  return 0;
}

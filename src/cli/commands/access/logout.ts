import { profileFile, profileName, removeProfile } from "../../config/profiles.ts";
import { print } from "../../output/print.ts";

/**
 * `videoteca logout`: forgets a profile on this machine. The token itself holds until it ends or is
 * revoked, and the command says so. @returns the exit code
 */
export async function logout({ json = false }: { json?: boolean }): Promise<number> {
  const name = profileName(process.env);
  const removed = removeProfile(profileFile(process.env, name));
  if (json) print(JSON.stringify({ profile: name, removed }, null, 2));
  else if (!removed) print(`There was no profile ${name}.`);
  else {
    print(`The profile ${name} is forgotten on this machine.`);
    print("Its token holds until it ends: `videoteca token revoke` ends it at once.");
  }
  return 0;
}

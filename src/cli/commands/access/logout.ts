import type { Command } from "commander";
import { profileFile, profileName, removeProfile } from "../../config/profiles.ts";
import { print, printJson } from "../../output/print.ts";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca logout`. */
export function addLogoutCommand(program: Command): void {
  program
    .command("logout")
    .helpGroup(helpGroups.access)
    .description("remove a profile from this machine; the token itself stays valid")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca logout
  videoteca logout --profile work

Exit codes: 0 the profile was removed, or didn't exist.`,
    )
    .action(withExitCode(logout));
}

async function logout({ json = false }: JsonOption): Promise<number> {
  const name = profileName(process.env);
  const removed = removeProfile(profileFile(process.env, name));
  if (json) printJson({ profile: name, removed });
  else if (!removed) print(`There is no profile ${name}.`);
  else {
    print(`The profile ${name} was removed from this machine.`);
    print("Its token is valid until it expires: `videoteca token revoke` ends it at once.");
  }
  return 0;
}

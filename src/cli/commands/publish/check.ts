import type { Command } from "commander";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca check`. */
export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .helpGroup(helpGroups.publish)
    .description("find mistakes in manifests, captions and media; needs no network")
    .argument("<path...>", "manifests, or folders of manifests")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca check .
  videoteca check media-manifests --json

Exit codes: 0 no errors (warnings are allowed), 1 errors.`,
    )
    .action(
      withExitCode(async (paths: readonly string[], options: JsonOption) => {
        const { check } = await import("../../publish/check.ts");
        return check(paths, options);
      }),
    );
}

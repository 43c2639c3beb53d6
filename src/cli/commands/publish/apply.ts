import type { Command } from "commander";
import { type ConfirmOptions, helpGroups, jsonOption, withExitCode, yesOption } from "../common.ts";

/** Adds `videoteca apply`. */
export function addApplyCommand(program: Command): void {
  program
    .command("apply")
    .helpGroup(helpGroups.publish)
    .description("publish what has changed, after confirmation")
    .argument("<path...>", "manifests, or folders of manifests")
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca apply media-manifests
  videoteca apply media-manifests/documents --yes --json

Exit codes: 0 everything is published, 1 errors, or something wasn't published.`,
    )
    .action(
      withExitCode(async (paths: readonly string[], options: ConfirmOptions) => {
        const { apply } = await import("../../publish/apply.ts");
        return apply(paths, options);
      }),
    );
}

import type { Command } from "commander";
import type { ApplyOptions } from "../../publish/apply.ts";
import { helpGroups, jsonOption, withExitCode, yesOption } from "../common.ts";

/** Adds `videoteca apply`. */
export function addApplyCommand(program: Command): void {
  program
    .command("apply")
    .helpGroup(helpGroups.publish)
    .description("publish what has changed, after confirmation")
    .argument("<path...>", "manifests, or folders of manifests")
    .option(...yesOption)
    .option("--overwrite", "publish even if this undoes changes that others published since")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca apply media-manifests
  videoteca apply media-manifests/documents --yes --json

Each manifest's folder remembers in .videoteca.json which revision it was last in step with. If someone has
changed a work since, and this would undo it, nothing is published and the changes are listed.

Exit codes: 0 everything is published, 1 errors, or something wasn't published.`,
    )
    .action(
      withExitCode(async (paths: readonly string[], options: ApplyOptions) => {
        const { apply } = await import("../../publish/apply.ts");
        return apply(paths, options);
      }),
    );
}

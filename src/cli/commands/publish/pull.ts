import type { Command } from "commander";
import type { PullOptions } from "../../pull/pull.ts";
import { helpGroups, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca pull`. */
export function addPullCommand(program: Command): void {
  program
    .command("pull")
    .helpGroup(helpGroups.publish)
    .description("write a work's current state as a manifest with its files")
    .argument("<slug>", "the work's slug; library for the library's settings")
    .argument("[folder]", "where to write it (default: a folder with the slug's name)")
    .option("--overwrite", "replace files that have other content")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
The folder is in step with the library then: apply calls the work unchanged. A manifest that says the same
already is kept as it is, with its comments, and files that it has already keep their names.

Examples:
  videoteca pull criminalizing-migration
  videoteca pull criminalizing-migration media-manifests/how-did-we-get-here/criminalizing-migration --overwrite

Exit codes: 0 done, 1 there is no such work, or files with other content are in the way.`,
    )
    .action(
      withExitCode(async (slug: string, folder: string | undefined, options: PullOptions) => {
        const { pull } = await import("../../pull/pull.ts");
        return pull(slug, folder, options);
      }),
    );
}

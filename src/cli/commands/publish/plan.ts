import type { Command } from "commander";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca plan`. */
export function addPlanCommand(program: Command): void {
  program
    .command("plan")
    .helpGroup(helpGroups.publish)
    .description("show what publishing would change, without changing anything")
    .argument("<path...>", "manifests, or folders of manifests")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca plan media-manifests/how-did-we-get-here
  videoteca plan media-manifests --json

Exit codes: 0 nothing would change, 2 something would change, 1 errors.`,
    )
    .action(
      withExitCode(async (paths: readonly string[], options: JsonOption) => {
        const { plan } = await import("../../publish/plan.ts");
        return plan(paths, options);
      }),
    );
}

import type { Command } from "commander";
import type { PrepareOptions } from "../../prepare/prepare.ts";
import { helpGroups, withExitCode, yesOption } from "../common.ts";

/** Adds `videoteca prepare`. */
export function addPrepareCommand(program: Command): void {
  program
    .command("prepare")
    .helpGroup(helpGroups.media)
    .description("make missing media files with ffmpeg: 720p and 360p, audio only, a poster")
    .argument("<path...>", "films, manifests, or folders of manifests")
    .option("--dry-run", "only print the ffmpeg commands")
    .option("--force", "make files again that exist already, after confirmation")
    .option(...yesOption)
    .addHelpText(
      "after",
      `
New files are written next to the film, which isn't changed. Existing files are kept.

Examples:
  videoteca prepare media-manifests/my-series/my-episode
  videoteca prepare my-episode/camera.mov --dry-run

Exit codes: 0 all files exist, 1 a file couldn't be made, or ffmpeg isn't installed, 130 Ctrl-C.`,
    )
    .action(
      withExitCode(async (paths: readonly string[], options: PrepareOptions) => {
        const { prepare } = await import("../../prepare/prepare.ts");
        return prepare(paths, options);
      }),
    );
}

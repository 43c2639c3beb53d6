import type { Command } from "commander";
import { prepare } from "../../prepare/prepare.ts";

/** The command that makes files from films. */
export function addMediaCommands(program: Command): void {
  program.commandsGroup("Films:");

  program
    .command("prepare")
    .description("make what films lack with ffmpeg: 720p and 360p, the sound alone, a poster")
    .argument("<path...>", "a film, a manifest, or a folder of manifests")
    .option("--dry-run", "only print the commands")
    .option("--force", "make anew what is there, after a question")
    .option("--yes", "don't ask")
    .addHelpText("after", help)
    .action(async (paths: string[], options) => {
      process.exitCode = await prepare(paths, options);
    });
}

const help = `
The new files lie beside the film, which stays as it is. What is there already is kept.

Exit codes: 0 all is there, 1 something couldn't be made, or ffmpeg isn't installed, 130 Ctrl-C.

Examples:
  videoteca prepare media-manifests/my-series/my-episode
  videoteca prepare my-episode/camera.mov --dry-run`;

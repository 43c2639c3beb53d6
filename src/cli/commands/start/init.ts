import type { Command } from "commander";
import type { InitOptions } from "../../init/init.ts";
import { helpGroups, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca init`. */
export function addInitCommand(program: Command): void {
  program
    .command("init")
    .helpGroup(helpGroups.start)
    .description("write a manifest for the media files in a folder; never overwrites a file")
    .argument("[folder]", "the folder; created if it doesn't exist", ".")
    .option("--kind <kind>", "Episode, Document, Series or Library")
    .option("--title <title>", "the title in the original language")
    .option("--slug <slug>", "the name in addresses (default: made from the title)")
    .option("--language <tag>", "the original language")
    .option("--languages <tags>", "the other languages, present or planned: es,vi")
    .option("--yes", "don't ask questions: use what the folder suggests")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
The manifest is a draft with a comment on each field. Languages are taken from file names:
es.srt, talk.vi.vtt.

Examples:
  videoteca init media-manifests/my-series/first-film
  videoteca init my-memo --kind Document --title "Cơ hội thứ hai" --language vi --yes

Exit codes: 0 the manifest was written (missing fields are listed), 1 nothing was written.`,
    )
    .action(
      withExitCode(async (folder: string, options: InitOptions) => {
        const { init } = await import("../../init/init.ts");
        return init(folder, options);
      }),
    );
}

import type { Command } from "commander";
import { doctor } from "../../doctor/doctor.ts";
import { type InitOptions, init } from "../../init/init.ts";
import { act } from "./act.ts";
import { json } from "../common.ts";

/** The commands to begin with. */
export function addStartCommands(program: Command): void {
  program.commandsGroup("Beginning:");

  program
    .command("init")
    .description(
      "write a manifest for the films, captions and texts in a folder; overwrites nothing",
    )
    .argument("[folder]", "the folder, made where there is none", ".")
    .option("--kind <kind>", "Episode, Document, Series or Library")
    .option("--title <title>", "its title in the original language")
    .option("--slug <slug>", "its name in addresses; made from the title otherwise")
    .option("--language <tag>", "the language of the original")
    .option("--languages <tags>", "the other languages it has, or will have: es,vi")
    .option("--yes", "don't ask: take what the folder suggests")
    .option(...json)
    .addHelpText(
      "after",
      `
The manifest is a draft with a comment on each field. Languages are read from the names of files:
es.srt, talk.vi.vtt.

Examples:
  videoteca init media-manifests/my-series/first-film
  videoteca init my-memo --kind Document --title "Cơ hội thứ hai" --language vi --yes

Exit codes: 0 written (what is missing is listed), 1 nothing was written.`,
    )
    .action(async (folder: string, options: InitOptions) => {
      process.exitCode = await init(folder, options);
    });

  program
    .command("doctor")
    .description("look at all that publishing depends on, and say how to mend what is wrong")
    .option(...json)
    .addHelpText(
      "after",
      `
Looks at: Node, ffmpeg, the JSON Schemas, the profile, the library, the token, the clock, the version.

Examples:
  videoteca doctor
  videoteca doctor --profile work --json

Exit codes: 0 nothing fails (warnings allowed), 1 something does.`,
    )
    .action(act(doctor));
}

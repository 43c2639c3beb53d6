import type { Command } from "commander";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca doctor`. */
export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .helpGroup(helpGroups.start)
    .description("check everything that publishing depends on, and say how to fix problems")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Checks Node, ffmpeg, the JSON Schemas, the profile, the library, the token, the clock, the
version, and that nothing withdrawn is public again.

Examples:
  videoteca doctor
  videoteca doctor --profile work --json

Exit codes: 0 no check fails (warnings are allowed), 1 a check fails.`,
    )
    .action(
      withExitCode(async (options: JsonOption) => {
        const { doctor } = await import("../../doctor/doctor.ts");
        return doctor(options);
      }),
    );
}

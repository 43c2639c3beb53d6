import type { Command } from "commander";

export interface NamedCommand {
  /** The words that call it: `["token", "create"]`. */
  readonly path: readonly string[];
  readonly command: Command;
}

/** Lists every command and subcommand of a program. */
export function listCommands(program: Command, parentPath: readonly string[] = []): NamedCommand[] {
  return program.commands.flatMap((command) => {
    const path = [...parentPath, command.name()];
    return [{ path, command }, ...listCommands(command, path)];
  });
}

/** The text that `--help` prints for a command: 80 columns wide, without colors. */
export function renderHelp(command: Command): string {
  let help = "";
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
    getOutHelpWidth: () => 80,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return help.trimEnd();
}

/** The help of all commands as Markdown, for docs/cli.md. */
export function renderReference(program: Command): string {
  return listCommands(program)
    .map(
      ({ path, command }) =>
        `### videoteca ${path.join(" ")}\n\n\`\`\`text\n${renderHelp(command)}\n\`\`\`\n`,
    )
    .join("\n");
}

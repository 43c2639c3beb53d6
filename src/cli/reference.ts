import type { Command } from "commander";

/** Every command that can be run, with the words that call it: `["token", "create"]`. */
export function commandsOf(
  program: Command,
  words: readonly string[] = [],
): { words: readonly string[]; command: Command }[] {
  return program.commands.flatMap((command) => {
    const called = [...words, command.name()];
    return [{ words: called, command }, ...commandsOf(command, called)];
  });
}

/** What a command says of itself for `--help`, without colours, 80 characters wide. */
export function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (words) => {
      text += words;
    },
    getOutHelpWidth: () => 80,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trimEnd();
}

/** All commands' help as Markdown: a part of docs/cli.md. */
export function referenceOf(program: Command): string {
  return commandsOf(program)
    .map(({ words, command }) => {
      return `### videoteca ${words.join(" ")}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`;
    })
    .join("\n");
}

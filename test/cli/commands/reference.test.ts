import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { listCommands, renderHelp, renderReference } from "../../../src/cli/output/help-text.ts";
import { program } from "../../../src/cli/program.ts";
import { root, videoteca } from "../run.ts";

const commands = listCommands(program);
const docs = readFileSync(join(root, "docs/cli.md"), "utf8");

/** The example calls in a text, each as its arguments after `videoteca`. */
function examplesIn(text: string): string[][] {
  return [...text.matchAll(/^ *(?:npm run videoteca -- |videoteca )(.*)$/gm)].map(([, call = ""]) =>
    (call.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', "")),
  );
}

/** Returns what is wrong with a call; undefined if it is valid. */
function findMistake(call: readonly string[]): string | undefined {
  let command: Command = program;
  for (const word of call) {
    const next = command.commands.find((subcommand) => subcommand.name() === word);
    if (next === undefined) break;
    command = next;
  }
  if (command === program) return `there is no command ${call[0]}`;
  const known = [...command.options, ...program.options].map(({ long }) => long);
  return call.find((word) => word.startsWith("--") && !known.includes(word));
}

describe("every command", () => {
  it.each(commands.map(({ path, command }) => [path.join(" "), command] as const))(
    "%s has help with valid examples and exit codes",
    (name, command) => {
      const help = renderHelp(command);
      expect(command.description()).not.toBe("");
      const examples = examplesIn(help);
      expect(examples.length, name).toBeGreaterThan(0);
      for (const example of examples)
        expect(findMistake(example), example.join(" ")).toBeUndefined();
      if (command.commands.length > 0) return;
      expect(help).toMatch(/Exit codes: 0 /);
      for (const option of command.options) expect(option.description, option.flags).not.toBe("");
    },
  );

  it("is documented in docs/cli.md as in its help (run node scripts/make-cli-docs.ts)", () => {
    expect(docs.slice(docs.indexOf("## Commands\n\n") + 13)).toBe(renderReference(program));
  });

  it("is listed under a heading in videoteca --help", () => {
    const help = renderHelp(program);
    for (const { path, command } of commands) {
      if (path.length > 1) continue;
      expect(command.helpGroup(), path[0]).toMatch(/^[A-Z].*:$/);
      expect(help).toMatch(new RegExp(`^ {2}${path[0]}\\b`, "m"));
    }
  });

  it("has no exit code that docs/cli.md doesn't document", () => {
    const documented = [...docs.matchAll(/^\| (\d) /gm)].map(([, code]) => code);
    const named = commands.flatMap(({ command }) => {
      const line = /Exit codes: (.*(?:\n.+)*)/.exec(renderHelp(command))?.[1] ?? "";
      return [...line.matchAll(/(?:^|, |\n)(\d) /g)].map(([, code]) => code);
    });
    expect(named.length).toBeGreaterThan(10);
    expect(documented).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

it("no command takes a token as an argument, which other users of the machine could see", () => {
  const options = commands.flatMap(({ command }) => command.options.map(({ long }) => long));
  const named = commands.flatMap(({ command }) =>
    command.registeredArguments.map((argument) => argument.name()),
  );
  expect([...options, ...named].join(" ")).not.toMatch(/token|secret|password/i);
});

it("the documentation uses only commands and options that exist", () => {
  const files = ["staff.md", "deploy.md", "operations.md"];
  const otherDocs = files.map((file) => readFileSync(join(root, "docs", file), "utf8"));
  const prose = [docs.slice(0, docs.indexOf("## Commands\n")), ...otherDocs].join("\n");
  const inline = [...prose.matchAll(/`videoteca ([^`\n]+)`/g)].map(([, call = ""]) =>
    call.split(" "),
  );
  const calls = [...inline, ...examplesIn(prose)];
  expect(calls.length).toBeGreaterThan(20);
  for (const call of calls) expect(findMistake(call), call.join(" ")).toBeUndefined();
});

it("the command prints the help that was tested", async () => {
  const { stdout, code } = await videoteca(["token", "create", "--help"]);
  const create = commands.find(({ path }) => path.join(" ") === "token create");
  expect(code).toBe(0);
  expect(create && renderHelp(create.command)).toBe(stdout.trimEnd());
});

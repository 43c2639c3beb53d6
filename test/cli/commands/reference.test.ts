import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { commandsOf, helpOf, referenceOf } from "../../../src/cli/reference.ts";
import { program } from "../../../src/cli/videoteca.ts";
import { root, videoteca } from "../run.ts";

const commands = commandsOf(program);
const docs = readFileSync(join(root, "docs/cli.md"), "utf8");

/** The calls that a text gives as examples, each as its words after `videoteca`. */
function examplesIn(text: string): string[][] {
  return [...text.matchAll(/^ *(?:npm run videoteca -- |videoteca )(.*)$/gm)].map(([, call = ""]) =>
    (call.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', "")),
  );
}

/** Why a call can't be made; undefined where it can. */
function faultOf(call: readonly string[]): string | undefined {
  let command: Command = program;
  for (const word of call) {
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined) break;
    command = next;
  }
  if (command === program) return `there is no command ${call[0]}`;
  const known = [...command.options, ...program.options].map(({ long }) => long);
  return call.find((word) => word.startsWith("--") && !known.includes(word));
}

describe("every command", () => {
  it.each(commands.map(({ words, command }) => [words.join(" "), command] as const))(
    "%s explains itself, with examples that could be run and with exit codes",
    (name, command) => {
      const help = helpOf(command);
      expect(command.description()).not.toBe("");
      const examples = examplesIn(help);
      expect(examples.length, name).toBeGreaterThan(0);
      for (const example of examples) expect(faultOf(example), example.join(" ")).toBeUndefined();
      if (command.commands.length > 0) return;
      expect(help).toMatch(/Exit codes: 0 /);
      for (const option of command.options) expect(option.description, option.flags).not.toBe("");
    },
  );

  it("stands in docs/cli.md as its help has it (node scripts/make-cli-docs.ts)", () => {
    expect(docs.slice(docs.indexOf("## Commands\n\n") + 13)).toBe(referenceOf(program));
  });

  it("stands under a heading in the help of the whole", () => {
    const help = helpOf(program);
    for (const { words, command } of commands) {
      if (words.length > 1) continue;
      expect(command.helpGroup(), words[0]).toMatch(/^[A-Z].*:$/);
      expect(help).toMatch(new RegExp(`^ {2}${words[0]}\\b`, "m"));
    }
  });

  it("has no exit code that docs/cli.md doesn't tell of", () => {
    const told = [...docs.matchAll(/^\| (\d) /gm)].map(([, code]) => code);
    const named = commands.flatMap(({ command }) => {
      const line = /Exit codes: (.*(?:\n.+)*)/.exec(helpOf(command))?.[1] ?? "";
      return [...line.matchAll(/(?:^|, |\n)(\d) /g)].map(([, code]) => code);
    });
    expect(named.length).toBeGreaterThan(10);
    expect(told).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

it("no command takes a token as an argument, where others on the machine could see it", () => {
  const options = commands.flatMap(({ command }) => command.options.map(({ long }) => long));
  const named = commands.flatMap(({ command }) =>
    command.registeredArguments.map((one) => one.name()),
  );
  expect([...options, ...named].join(" ")).not.toMatch(/token|secret|password/i);
});

it("the prose of docs/ calls no command and no option that isn't there", () => {
  const files = ["staff.md", "deploy.md", "operations.md"];
  const others = files.map((file) => readFileSync(join(root, "docs", file), "utf8"));
  const prose = [docs.slice(0, docs.indexOf("## Commands\n")), ...others].join("\n");
  const inline = [...prose.matchAll(/`videoteca ([^`\n]+)`/g)].map(([, call = ""]) =>
    call.split(" "),
  );
  const calls = [...inline, ...examplesIn(prose)];
  expect(calls.length).toBeGreaterThan(20);
  for (const call of calls) expect(faultOf(call), call.join(" ")).toBeUndefined();
});

it("the help that is run is the help that was read", async () => {
  const { stdout, code } = await videoteca(["token", "create", "--help"]);
  const create = commands.find(({ words }) => words.join(" ") === "token create");
  expect(code).toBe(0);
  expect(create && helpOf(create.command)).toBe(stdout.trimEnd());
});

import type { Command } from "commander";
import { CliError } from "../cli-error.ts";

/**
 * Checks the arguments of a command before it runs: an empty one is an unset variable of a script, and would mean this
 * folder or another address.
 * @throws CliError if one is empty, or isn't a slug where a slug is wanted
 */
export async function checkArguments({
  registeredArguments,
  processedArgs,
}: Command): Promise<void> {
  for (const [index, argument] of registeredArguments.entries()) {
    const values: unknown[] = [processedArgs[index]].flat();
    for (const value of values) {
      if (typeof value !== "string") continue;
      if (value === "") {
        throw new CliError(`The argument ${argument.name()} is empty: ${hint(argument.name())}.`);
      }
      if (argument.name() === "slug") await requireSlug(value);
    }
  }
}

function hint(name: string): string {
  if (name === "path" || name === "paths") return "name a manifest or a folder; . is this folder";
  if (name === "folder") return "name a folder; . is this one";
  return "give it a value";
}

async function requireSlug(text: string): Promise<void> {
  // Loaded only when it is needed, so that --help is fast.
  const { isSlug, slugRule } = await import("../../records/schema/slug.ts");
  if (!isSlug(text)) throw new CliError(`“${text}” isn't a slug: use ${slugRule}.`);
}

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtCommand } from "../../scripts/build-cli.ts";
import { compileCache } from "../../scripts/local.ts";

export const root = join(import.meta.dirname, "../..");

/**
 * The file that Node runs as `videoteca`: the built command, which starts several times faster. The
 * global set-up builds it; the source is for a test that runs without that.
 */
export const commandFile = existsSync(builtCommand)
  ? builtCommand
  : join(root, "src/cli/videoteca.ts");

/** The result of running the command. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The environment of a test's command: no settings or profiles of the person who runs the tests, and none of
 * the variables by which Node decides about colors (nodejs.org/api/tty.html, getColorDepth; NO_COLOR): a
 * machine that only runs tests sets CI.
 * @param extra variables to add
 */
export function commandEnvironment(
  extra: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
  const {
    VIDEOTECA_TOKEN: _token,
    VIDEOTECA_URL: _url,
    VIDEOTECA_PROFILE: _profile,
    FORCE_COLOR: _forced,
    NO_COLOR: _none,
    NODE_DISABLE_COLORS: _disabled,
    CI: _ci,
    TMUX: _tmux,
    COLORTERM: _colorTerm,
    ...inherited
  } = process.env;
  return {
    ...inherited,
    XDG_CONFIG_HOME: join(root, "build/no-profiles"),
    NODE_COMPILE_CACHE: compileCache,
    ...extra,
  };
}

/**
 * Runs the command in a process of its own.
 * @param cwd the folder in which it runs
 * @param extra environment variables to add
 * @param input its standard input
 */
export function videoteca(
  args: readonly string[],
  cwd: string = root,
  extra: Readonly<Record<string, string>> = {},
  input = "",
): Promise<Run> {
  return runProgram(
    process.execPath,
    [commandFile, ...args],
    cwd,
    commandEnvironment(extra),
    input,
  );
}

/** Runs any program to its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string | undefined>,
  input = "",
): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

/** A copy of this repository's library, for tests that change it. */
export async function copyOfLibrary(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  await cp(join(root, "media-manifests"), join(folder, "library"), { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

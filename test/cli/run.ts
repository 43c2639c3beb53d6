import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** What a run of the command left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the real command in a process of its own.
 * @param cwd the folder it is called in
 * @param input what it reads from its standard input
 */
export function videoteca(
  args: readonly string[],
  cwd: string = root,
  environment: Readonly<Record<string, string>> = {},
  input = "",
): Promise<Run> {
  const {
    VIDEOTECA_TOKEN: _token,
    VIDEOTECA_URL: _url,
    VIDEOTECA_PROFILE: _profile,
    FORCE_COLOR: _colour,
    ...inherited
  } = process.env;
  const command = [join(root, "src/cli/videoteca.ts"), ...args];
  return new Promise((resolve) => {
    // Nobody's own profiles are read, or written, by a test.
    const env = { ...inherited, XDG_CONFIG_HOME: join(root, "build/no-profiles"), ...environment };
    const child = execFile(process.execPath, command, { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

/** A copy of the library's own manifests, to break things in. */
export async function copyOfLibrary(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "videoteca-"));
  await cp(join(root, "media-manifests"), join(folder, "library"), { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

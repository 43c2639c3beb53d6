import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { builtCommand } from "../../../scripts/build-cli.ts";
import { temporaryFolder } from "./start.ts";
import { useOpened } from "./use-opened.ts";
import {
  addressOf,
  bundleWorker,
  migrate,
  readWorkerOptions,
  runWorker,
  type WorkerOptions,
} from "./worker.ts";

const repository = join(import.meta.dirname, "../../..");

/** A library that a test may ask and change. */
export interface Library {
  /** Ends without a slash. */
  readonly url: string;
  /** A staff token with every scope. */
  readonly token: string;
  stop(): Promise<void>;
}

/** What each library of the tests is a copy of, so that nothing is bundled or published twice. */
export interface Templates {
  /** The Worker's bundle. */
  readonly bundle: string;
  /** What wrangler.toml says of it. */
  readonly settings: WorkerOptions;
  /** The state of a library with nothing in it. */
  readonly empty: string;
  /** The state of a library in which `media-manifests` is published. */
  readonly published: string;
  /** The staff token of both. */
  readonly token: string;
}

/** Makes the templates in a folder, once for all tests. */
export async function prepareTemplates(folder: string): Promise<Templates> {
  const bundle = await bundleWorker(repository, join(folder, "bundle"));
  const empty = join(folder, "empty");
  const published = join(folder, "published");
  const settings = await readWorkerOptions(repository);
  const worker = await runWorker(settings, bundle, empty);
  const token = await migrate(worker);
  await worker.dispose();
  const templates = { bundle, settings, empty, published, token };
  const library = await runCopy(templates, empty, published);
  await publish(library, join(repository, "media-manifests"));
  await library.stop();
  return templates;
}

/** Runs a library on a copy of a state. */
export async function runCopy(
  { bundle, settings, token }: Pick<Templates, "bundle" | "settings" | "token">,
  state: string,
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Library> {
  await mkdir(folder, { recursive: true });
  await cp(state, folder, { recursive: true });
  const worker = await runWorker(settings, bundle, folder, variables);
  return { url: await addressOf(worker), token, stop: () => worker.dispose() };
}

/** Publishes a folder of manifests with the command line, as staff do; what the command printed. */
export async function publish(
  { url, token }: Pick<Library, "url" | "token">,
  manifests: string,
  root = repository,
): Promise<string> {
  // A changed tree has no built command.
  const command = root === repository ? builtCommand : join(root, "src/cli/videoteca.ts");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, "apply", manifests, "--yes"],
    { env: { ...process.env, VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token } },
  );
  return stdout;
}

/** What a library of a test's own differs in from the one that is shared. */
export interface LibraryOptions {
  /** Begin with an empty library instead of the published one. */
  readonly empty?: boolean;
  /** A folder of manifests to publish before the library is given to the test. */
  readonly manifests?: string;
  /** The source tree of the Worker and the command line: a changed copy of the repository. */
  readonly root?: string;
  /** Settings in place of those in wrangler.toml. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * What another tree's Worker runs from: its own bundle and its own assets. Its wrangler.toml is a copy of ours, so it
 * isn't read again: loading wrangler takes a second of processor time.
 */
async function bundleTree(
  root: string,
  folder: string,
  settings: WorkerOptions,
): Promise<Pick<Templates, "bundle" | "settings">> {
  const assets = Object.assign({}, settings.assets, { directory: join(root, "build/assets") });
  return {
    bundle: await bundleWorker(root, folder),
    settings: { ...settings, rootPath: root, assets },
  };
}

/** A library of a test's own, which nobody else reads or changes. Stopping it removes its state. */
export async function openLibrary(options: LibraryOptions = {}): Promise<Library> {
  const { empty = false, manifests, root = repository, variables } = options;
  const templates = inject("templates");
  const { folder, remove } = await temporaryFolder();
  const { bundle, settings } =
    root === repository
      ? templates
      : await bundleTree(root, join(folder, "bundle"), templates.settings);
  const state = empty ? templates.empty : templates.published;
  const copy = join(folder, "state");
  const library = await runCopy({ ...templates, bundle, settings }, state, copy, variables);
  const stop = async () => {
    await library.stop();
    await remove();
  };
  try {
    if (manifests !== undefined) await publish(library, manifests, root);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...library, stop };
}

/** A library of a test file's own; call it at the top of the file. */
export const useLibrary = (options: LibraryOptions = {}): (() => Library) =>
  useOpened(
    () => openLibrary(options),
    (library) => library.stop(),
  );

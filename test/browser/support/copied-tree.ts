import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const repository = join(import.meta.dirname, "../../..");

/** What a library is built and published from. */
const parts = [
  "src",
  "scripts",
  "migrations",
  "media-manifests",
  "docs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.node.json",
  "wrangler.toml",
  // What is built already, for changes that don't concern it.
  "build/assets",
  "build/browser.ts",
  "build/character-names.ts",
  "build/made",
];

/** A copy of this repository that a test may change, as a contributor changes theirs. */
export interface CopiedTree {
  readonly root: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Changes a file's text; fails where that leaves it as it was. */
  edit(path: string, change: (text: string) => string): void;
  remove(): void;
}

export function copyTree(): CopiedTree {
  const root = mkdtempSync(join(tmpdir(), "videoteca-tree-"));
  for (const part of parts) cpSync(join(repository, part), join(root, part), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return {
    root,
    read,
    write,
    edit(path, change) {
      const before = read(path);
      const after = change(before);
      if (after === before) throw new Error(`${path} has nothing to change.`);
      write(path, after);
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

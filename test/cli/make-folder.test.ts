import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../../src/cli/make-folder.ts";

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "videoteca-make-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a folder is created with those above it, with the permissions that are asked for", () => {
  const folder = temporary();
  makeFolder(join(folder, "a/b/c"), 0o700);
  for (const path of ["a", "a/b", "a/b/c"]) {
    expect(statSync(join(folder, path)).mode & 0o777, path).toBe(0o700);
  }
});

test("a folder that exists stays as it is", () => {
  const folder = temporary();
  mkdirSync(join(folder, "a"), { mode: 0o755 });
  makeFolder(join(folder, "a"), 0o700);
  expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o755);
});

test("a file in its place is an error that names it", () => {
  const folder = temporary();
  writeFileSync(join(folder, "file"), "");
  expect(() => makeFolder(join(folder, "file"))).toThrow(/EEXIST.*file/);
  expect(() => makeFolder(join(folder, "file/a/b"))).toThrow(/ENOTDIR.*file/);
});

test("a place where the system makes no folders is an error, and not an endless wait", () => {
  expect(() => makeFolder("/proc/videoteca/film")).toThrow(/mkdir '\/proc\/videoteca'/);
});

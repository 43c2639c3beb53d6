import { expect, test } from "vitest";
import {
  extensionOf,
  extensions,
  isExtension,
  mediaTypes,
} from "../../../src/records/schema/media-types.ts";

test.each([
  ["Guide.PDF", "pdf"],
  ["a.b.webm", "webm"],
  ["folder.d/film", ""],
  ["folder/.vtt", ""],
  ["photo.jpeg", "jpg"],
  ["", ""],
])("the extension of %j is %j", (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});

test("only types of file that the library stores are accepted", () => {
  for (const extension of extensions) expect(isExtension(extension)).toBe(true);
  for (const other of ["html", "svg", "js", "constructor", "toString", "PDF", ""]) {
    expect(isExtension(other)).toBe(false);
  }
});

test("no type of file can run scripts in a browser", () => {
  for (const type of Object.values(mediaTypes)) {
    expect(type).not.toMatch(/html|xml;|svg|javascript|application\/xml/);
  }
});

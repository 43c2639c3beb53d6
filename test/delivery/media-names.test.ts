import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { attachmentDisposition } from "../../src/delivery/http/disposition.ts";
import { anyCharacter } from "../support/any-character.ts";
import { get } from "../support/ask.ts";
import { storeSampleMedia } from "./media-samples.ts";

let path = "";
let sha256 = "";

beforeAll(async () => {
  ({ path, sha256 } = await storeSampleMedia());
});

/** The two file names of a Content-Disposition, parsed as in a browser (RFC 6266, RFC 8187). */
function namesIn(header: string): { plain: string; full: string } {
  const found =
    /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(header);
  if (found === null) throw new Error(`no Content-Disposition: ${header}`);
  const [, plain = "", encoded = ""] = found;
  return { plain, full: decodeURIComponent(encoded) };
}

describe("a file is saved under the name that was asked for, with its own extension", () => {
  test.each([
    ["film.webm", "film.webm", "film.webm"],
    ["FILM.WEBM", "FILM.webm", "FILM.webm"],
    ["film", "film.webm", "film.webm"],
    ["film 1.5", "film 1.5.webm", "film 1.5.webm"],
    ["Điều trần.webm", "Dieu tran.webm", "Điều trần.webm"],
    ["Película (1)'s.webm", "Pelicula (1)'s.webm", "Película (1)'s.webm"],
    ["فيلم.webm", "file.webm", "فيلم.webm"],
    ["電影", "file.webm", "電影.webm"],
    ['say "hi".webm', "say -hi-.webm", "say -hi-.webm"],
    ["100%.webm", "100%.webm", "100%.webm"],
    ["a.html", "a.webm", "a.webm"],
    ["a.svg", "a.webm", "a.webm"],
    ["invoice.pdf.exe", "invoice.pdf.webm", "invoice.pdf.webm"],
    ["a.html.", "a.webm", "a.webm"],
    ["a.html ", "a.webm", "a.webm"],
    ["a.html\u0000", "a.html-.webm", "a.html-.webm"],
    ["a\u202elmth.exe", "almth.webm", "almth.webm"],
    ["a\r\nSet-Cookie: x=1", "a-Set-Cookie- x=1.webm", "a-Set-Cookie- x=1.webm"],
    ["../../etc/passwd", "etc-passwd.webm", "etc-passwd.webm"],
    ["..\\..\\a.bat", "a.webm", "a.webm"],
    ["CON", "_CON.webm", "_CON.webm"],
    [".htaccess", "htaccess.webm", "htaccess.webm"],
  ])("%j", async (asked, plain, full) => {
    const response = await get(`${path}?download=${encodeURIComponent(asked)}`);
    expect(response.status).toBe(200);
    expect(namesIn(response.headers.get("Content-Disposition") ?? "")).toEqual({ plain, full });
    expect(response.headers.get("Set-Cookie")).toBeNull();
    await response.arrayBuffer();
  });

  test("or, if none is requested, that of its address", async () => {
    const response = await get(`${path}?download`);
    expect(response.headers.get("Content-Disposition")).toContain(`filename="${sha256}.webm"`);
    await response.arrayBuffer();
  });
});

test("a file has no Content-Disposition unless a download is requested", async () => {
  const response = await get(path);
  expect(response.headers.get("Content-Disposition")).toBeNull();
  await response.arrayBuffer();
});

test("any name becomes a header that can be sent and parsed", () => {
  const name = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(name, (text) => {
      const header = attachmentDisposition(text, "pdf");
      new Headers({ "Content-Disposition": header });
      const { plain, full } = namesIn(header);
      expect(plain).toMatch(/.\.pdf$/);
      expect(full).toMatch(/.\.pdf$/s);
      expect(full).not.toMatch(/[/\\"\r\n]/);
    }),
  );
});

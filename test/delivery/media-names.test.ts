import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { attachmentDisposition } from "../../src/delivery/http/disposition.ts";
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

describe("a download has the requested file name", () => {
  test.each([
    ["film.webm", "film.webm", "film.webm"],
    ["Điều trần.webm", "Dieu tran.webm", "Điều trần.webm"],
    ["Película (1)'s.webm", "Pelicula (1)'s.webm", "Película (1)'s.webm"],
    ["فيلم.webm", ".webm", "فيلم.webm"],
    ['say "hi".webm', "say -hi-.webm", "say -hi-.webm"],
    ["a\r\nSet-Cookie: x=1", "a-Set-Cookie- x=1", "a-Set-Cookie- x=1"],
    ["../../etc/passwd", "..-..-etc-passwd", "..-..-etc-passwd"],
    ["100%.webm", "100%.webm", "100%.webm"],
    ["電影", "file", "電影"],
  ])("%j", async (requested, plain, full) => {
    const response = await get(`${path}?download=${encodeURIComponent(requested)}`);
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
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(name, (text) => {
      const header = attachmentDisposition(text);
      new Headers({ "Content-Disposition": header });
      const { plain, full } = namesIn(header);
      expect(plain).not.toBe("");
      expect(full).not.toMatch(/[/\\"\r\n]/);
    }),
  );
});

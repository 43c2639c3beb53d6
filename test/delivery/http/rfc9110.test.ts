import { beforeAll, describe, expect, test } from "vitest";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, bodyOf } from "../../support/ask.ts";

/**
 * RFC 9110 §13 (conditional requests) and §14 (ranges) on a file, a track and a page, by GET and HEAD. The bytes of
 * ranges are in test/delivery/media-ranges.test.ts.
 */

/** In the headers, `@` is the ETag of what is asked for. */
type Row = readonly [headers: Readonly<Record<string, string>>, media: number, others?: number];

const past = "Wed, 21 Oct 2015 07:28:00 GMT";
const future = "Wed, 21 Oct 2099 07:28:00 GMT";
const far = "bytes=99999999-";

/** For each request the status by GET of a file, and by HEAD of it and GET and HEAD of the others, if that is another. */
const rows: Readonly<Record<string, readonly Row[]>> = {
  "§13.1.1 If-Match, by strong comparison": [
    [{ "If-Match": "@" }, 200],
    [{ "If-Match": "*" }, 200],
    [{ "If-Match": ' @ , "other"' }, 200],
    [{ "If-Match": '"a,b", @' }, 200],
    [{ "If-Match": '"other"' }, 412],
    [{ "If-Match": '"other", "another"' }, 412],
    [{ "If-Match": "W/@" }, 412],
    [{ "If-Match": 'W/@, W/"other"' }, 412],
    [{ "If-Match": '""' }, 412],
    [{ "If-Match": '"*"' }, 412],
    [{ "If-Match": "," }, 412],
  ],
  "§13.1.2 If-None-Match, by weak comparison": [
    [{ "If-None-Match": "@" }, 304],
    [{ "If-None-Match": "W/@" }, 304],
    [{ "If-None-Match": "*" }, 304],
    [{ "If-None-Match": '"other",\t@' }, 304],
    [{ "If-None-Match": '@, "other"' }, 304],
    [{ "If-None-Match": '"a,b", W/@' }, 304],
    [{ "If-None-Match": '"other"' }, 200],
    [{ "If-None-Match": 'W/"other"' }, 200],
    [{ "If-None-Match": '""' }, 200],
    [{ "If-None-Match": '"*"' }, 200],
    [{ "If-None-Match": "," }, 200],
  ],
  "§13.1.3 and §13.1.4: dates are ignored, as nothing has a modification date": [
    [{ "If-Modified-Since": past }, 200],
    [{ "If-Modified-Since": future }, 200],
    [{ "If-Modified-Since": "yesterday" }, 200],
    [{ "If-Unmodified-Since": past }, 200],
    [{ "If-Unmodified-Since": future }, 200],
    [{ "If-Unmodified-Since": "0" }, 200],
    [{ "If-Modified-Since": future, "If-None-Match": '"other"' }, 200],
    [{ "If-Modified-Since": past, "If-None-Match": "@" }, 304],
    [{ "If-Unmodified-Since": past, "If-Match": "@" }, 200],
    [{ "If-Unmodified-Since": future, "If-Match": '"other"' }, 412],
  ],
  "§13.1.5 If-Range": [
    [{ "If-Range": "@", Range: "bytes=0-1" }, 206, 200],
    [{ "If-Range": "@", Range: far }, 416, 200],
    [{ "If-Range": "@" }, 200],
    [{ "If-Range": '"other"', Range: "bytes=0-1" }, 200],
    [{ "If-Range": '"other"', Range: far }, 200],
    [{ "If-Range": "W/@", Range: "bytes=0-1" }, 200],
    [{ "If-Range": '@, "other"', Range: "bytes=0-1" }, 200],
    [{ "If-Range": "*", Range: "bytes=0-1" }, 200],
    [{ "If-Range": past, Range: "bytes=0-1" }, 200],
    [{ "If-Range": future, Range: "bytes=0-1" }, 200],
    [{ "If-Range": "", Range: "bytes=0-1" }, 200],
  ],
  "§13.2.2 precedence": [
    [{ "If-Match": '"other"', "If-None-Match": "@" }, 412],
    [{ "If-Match": "@", "If-None-Match": "@" }, 304],
    [{ "If-Match": "*", "If-None-Match": "*" }, 304],
    [{ "If-Match": "@", "If-None-Match": '"other"' }, 200],
    [{ "If-Match": '"other"', Range: "bytes=0-1" }, 412],
    [{ "If-Match": '"other"', Range: far }, 412],
    [{ "If-Match": "@", Range: "bytes=0-1" }, 206, 200],
    [{ "If-None-Match": "@", Range: "bytes=0-1" }, 304],
    [{ "If-None-Match": "@", Range: far }, 304],
    [{ "If-None-Match": '"other"', Range: "bytes=0-1" }, 206, 200],
    [{ "If-None-Match": '"other"', Range: far }, 416, 200],
    [{ "If-None-Match": "@", "If-Range": "@", Range: "bytes=0-1" }, 304],
    [{ "If-Match": "@", "If-Range": '"other"', Range: "bytes=0-1" }, 200],
    [{ "If-Match": '"other"', "If-Range": "@", Range: "bytes=0-1" }, 412],
  ],
  "§14.2 Range: for GET only, and ignored where ranges aren't supported": [
    [{ Range: "bytes=0-0" }, 206, 200],
    [{ Range: "bytes=0-" }, 206, 200],
    [{ Range: "bytes=-1" }, 206, 200],
    [{ Range: "bytes=-99999999" }, 206, 200],
    [{ Range: "BYTES=0-0" }, 206, 200],
    [{ Range: far }, 416, 200],
    [{ Range: "bytes=-0" }, 416, 200],
    [{ Range: "bytes=1-0" }, 200],
    [{ Range: "bytes=a-b" }, 200],
    [{ Range: "bytes=-" }, 200],
    [{ Range: "bytes=0-0,2-2" }, 200],
    [{ Range: "items=0-0" }, 200],
    [{ Range: "" }, 200],
  ],
};

/** What is asked for, with its ETag, its bytes and the headers that an answer of 304 repeats (§15.4.5). */
interface Target {
  readonly path: string;
  readonly isMedia: boolean;
  readonly etag: string;
  readonly body: string;
  readonly kept: readonly (string | null)[];
}
let targets: Target[] = [];

const keptHeaders = ["Cache-Control", "Content-Location", "ETag", "Expires", "Vary"];
const keptOf = ({ headers }: Response) => keptHeaders.map((name) => headers.get(name));

beforeAll(async () => {
  const { media } = await publishSampleLibrary();
  const paths = [media, "/captions/film/es.vtt", "/en/watch/film", "/transcripts/film/en.html"];
  targets = await Promise.all(
    paths.map(async (path) => {
      const response = await ask(path);
      const etag = response.headers.get("ETag") ?? "";
      const kept = keptOf(response);
      return { path, isMedia: path === media, etag, body: await bodyOf(response), kept };
    }),
  );
});

/** Expects the headers and the body that an answer of this status must have. */
async function expectAnswer(response: Response, method: string, target: Target): Promise<void> {
  const { status, headers } = response;
  const body = await bodyOf(response);
  const size = new TextEncoder().encode(target.body).length;
  if (status === 412 || status === 416) {
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(body).toBe("");
  } else {
    expect(keptOf(response)).toEqual(target.kept);
  }
  if (status === 416) expect(headers.get("Content-Range")).toBe(`bytes */${size}`);
  else expect(headers.has("Content-Range")).toBe(status === 206);
  if (status === 304) expect(body).toBe("");
  if (status === 206) expect(headers.get("Content-Length")).toBe(String(body.length));
  if (status === 200) expect(body).toBe(method === "HEAD" ? "" : target.body);
  if (status === 200 && target.isMedia) expect(headers.get("Content-Length")).toBe(String(size));
}

describe.each(Object.entries(rows))("RFC 9110 %s:", (_, requests) => {
  const completed = requests.map(([headers, media, others = media]) => ({
    headers,
    media,
    others,
    sent: JSON.stringify(headers),
  }));
  test.each(completed)("$sent gets $media", async ({ headers, media, others }) => {
    for (const target of targets) {
      for (const method of ["GET", "HEAD"]) {
        const sent = Object.entries(headers).map(([name, value]) => {
          return [name, value.replaceAll("@", target.etag)] as const;
        });
        const init = { method, headers: Object.fromEntries(sent) };
        const response = await ask(target.path, init);
        const expected = target.isMedia && method === "GET" ? media : others;
        expect(response.status, `${method} ${target.path}`).toBe(expected);
        await expectAnswer(response, method, target);
      }
    }
  });
});

test("conditions aren't evaluated where the answer is an error without them (§13.2.1)", async () => {
  const errors = [
    ["/captions/film/so.vtt", 404],
    ["/en/watch/nothing", 404],
    [`/media/${"0".repeat(64)}.webm`, 404],
    ["/en/watch/gone", 410],
    ["/captions/gone/en.vtt", 410],
    ["/captions/draft/en.vtt", 404],
  ] as const;
  const conditions: Record<string, string>[] = [
    { "If-Match": '"other"' },
    { "If-None-Match": "*" },
    { Range: "bytes=0-0" },
    { "If-Match": "*", Range: far },
  ];
  for (const [path, status] of errors) {
    for (const headers of conditions) {
      for (const method of ["GET", "HEAD"]) {
        const response = await ask(path, { method, headers });
        expect(response.status, `${method} ${path} ${JSON.stringify(headers)}`).toBe(status);
        await response.arrayBuffer();
      }
    }
  }
});

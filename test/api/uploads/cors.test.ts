import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { staffToken } from "../../support/library.ts";
import {
  beginUpload,
  offsetStream,
  sampleBytes,
  secret,
  sendBytes,
  tus,
} from "../../support/uploads.ts";

const uploads = "/api/v1/staff/uploads";
const origin = "https://uploader.example";
let upload = "";

beforeAll(async () => {
  await staffToken(secret);
  await staffToken("reader-secret", { scopes: "read-drafts" });
  upload = new URL(await beginUpload(sampleBytes("cross-origin", 1000))).pathname;
});

/** The names in a header with a list. */
const listed = (response: Response, name: string) =>
  (response.headers.get(name) ?? "").split(",").map((each) => each.trim().toLowerCase());

const targets: [name: string, path: () => string, methods: string[]][] = [
  ["the address of new uploads", () => uploads, ["POST"]],
  ["an upload's address", () => upload, ["HEAD", "PATCH", "DELETE"]],
  [
    "the address of an upload that doesn't exist",
    () => `${uploads}/x`,
    ["HEAD", "PATCH", "DELETE"],
  ],
];

describe.each(targets)("OPTIONS of %s", (_, path, methods) => {
  test("needs no token, reads nothing from D1, and returns what the server supports", async () => {
    const { bindings, cost } = countCost();
    const response = await ask(path(), { method: "OPTIONS" }, bindings);
    expect(response.status).toBe(204);
    expect(cost.roundTrips).toBe(0);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "tus-resumable": "1.0.0",
      "tus-version": "1.0.0",
      "tus-extension": "creation,creation-with-upload,checksum,termination,expiration",
      "tus-max-size": String(4 * 1024 ** 3),
    });
  });

  test("allows a browser on another origin every request of the protocol", async () => {
    for (const method of methods) {
      const response = await ask(path(), {
        method: "OPTIONS",
        headers: {
          Origin: origin,
          "Access-Control-Request-Method": method,
          "Access-Control-Request-Headers":
            "authorization,content-type,tus-resumable,upload-offset",
        },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(response.headers.get("Access-Control-Allow-Credentials")).toBeNull();
      expect(listed(response, "Access-Control-Allow-Methods")).toContain(method.toLowerCase());
      expect(listed(response, "Access-Control-Allow-Headers")).toEqual(
        expect.arrayContaining([
          "authorization",
          "content-type",
          "tus-resumable",
          "upload-length",
          "upload-metadata",
          "upload-offset",
          "upload-checksum",
        ]),
      );
    }
  });
});

test("OPTIONS with X-HTTP-Method-Override does nothing without a token", async () => {
  const headers = { "X-HTTP-Method-Override": "DELETE", "Tus-Resumable": "1.0.0" };
  expect((await ask(upload, { method: "OPTIONS", headers })).status).toBe(204);
  expect((await tus("HEAD", upload)).status).toBe(200);
});

test("every response, including errors, can be read by a page on another origin", async () => {
  const answers = [
    [
      201,
      await tus("POST", uploads, { "Upload-Length": "5", "Upload-Metadata": "extension bXA0" }),
    ],
    [400, await tus("POST", uploads)],
    [401, await ask(uploads, { method: "POST", headers: { Origin: origin } })],
    [401, await ask(upload, { method: "PATCH", headers: { Authorization: "Bearer wrong" } })],
    [403, await tus("POST", uploads, { Authorization: "Bearer reader-secret" })],
    [404, await tus("HEAD", `${uploads}/x`)],
    [405, await tus("PUT", uploads)],
    [409, await sendBytes(upload, 5, "x")],
    [412, await tus("HEAD", upload, { "Tus-Resumable": "0.2.2" })],
    [413, await tus("POST", uploads, { "Upload-Length": "9".repeat(20) })],
    [
      415,
      await tus(
        "PATCH",
        upload,
        { ...offsetStream, "Content-Type": "a/b", "Upload-Offset": "0" },
        "x",
      ),
    ],
    [204, await sendBytes(upload, 0, "x")],
    [200, await tus("HEAD", upload)],
    [204, await tus("DELETE", upload)],
  ] as const;
  for (const [status, response] of answers) {
    await response.arrayBuffer();
    expect(response.status).toBe(status);
    expect(response.headers.get("Access-Control-Allow-Origin"), String(status)).toBe("*");
    expect(response.headers.get("Tus-Resumable"), String(status)).toBe("1.0.0");
    expect(listed(response, "Access-Control-Expose-Headers"), String(status)).toEqual(
      expect.arrayContaining([
        "location",
        "upload-offset",
        "upload-length",
        "upload-expires",
        "upload-metadata",
        "tus-max-size",
        "tus-resumable",
        "videoteca-sha256",
        "retry-after",
      ]),
    );
  }
});

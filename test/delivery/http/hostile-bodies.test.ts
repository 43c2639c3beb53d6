import { beforeAll, describe, expect, test } from "vitest";
import { ownForm, type SignedIn, signIn } from "../../console/support.ts";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask } from "../../support/ask.ts";
import { addresses, fill } from "../../support/every-route.ts";
import { staffToken } from "../../support/library.ts";
import { beginUpload, offsetStream, sampleBytes, secret } from "../../support/uploads.ts";

/** Above the largest JSON that any address takes, 20,000,000 bytes, by a chunk. */
const maxRead = 21_000_000;
const chunk = new Uint8Array(500_000).fill(0x20);

let browser: SignedIn;
let upload = "";
beforeAll(async () => {
  await publishSampleLibrary();
  await staffToken(secret, { scopes: "admin" });
  browser = await signIn(secret);
  upload = new URL(await beginUpload(sampleBytes("endless", 1000))).pathname;
});

/** A body without end, as `Transfer-Encoding: chunked` allows, and how much of it was read. */
function endlessBody(): { body: ReadableStream; read: () => number } {
  let read = 0;
  const body = new ReadableStream(
    {
      pull: (controller) => {
        read += chunk.length;
        // Whoever reads on would never answer: fail instead.
        if (read > 2 * maxRead) controller.error(new Error("all of an endless body was read"));
        else controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, read: () => read };
}

async function send(method: string, path: string, headers: Record<string, string>) {
  const { body, read } = endlessBody();
  const response = await ask(path, { method, headers, body });
  await response.arrayBuffer();
  return { status: response.status, read: read() };
}

describe.each(["POST", "PUT", "PATCH", "DELETE"])("%s with a body that never ends", (method) => {
  const type = { "Content-Type": "application/json" };

  test("is answered without reading it at every address, if nobody is signed in", async () => {
    for (const address of addresses) {
      for (const headers of [type, { "Content-Type": "text/html" }]) {
        const { status, read } = await send(method, fill(address), headers);
        expect(status, address).toBeGreaterThanOrEqual(400);
        expect(status, address).toBeLessThan(500);
        expect(read, address).toBeLessThan(2 * chunk.length);
      }
    }
  });

  test("is answered at every address, with no more read than the address takes", async () => {
    const token = {
      Authorization: `Bearer ${secret}`,
      "Tus-Resumable": "1.0.0",
      "If-None-Match": "*",
    };
    const session = { ...ownForm, Cookie: browser.cookie, "X-Form-Token": browser.formToken };
    for (const address of addresses.filter((one) => one.includes("/staff"))) {
      const headers = address.startsWith("/staff") ? { ...session } : { ...token, ...type };
      // Ends the session that the others need.
      if (address === "/staff/sign-out" || address.endsWith("/sweep")) continue;
      const { status, read } = await send(method, fill(address), headers);
      expect(status, address).toBeLessThan(500);
      expect(read, address).toBeLessThan(maxRead);
    }
  });
});

test("an upload takes no more bytes than were announced", async () => {
  const headers = { Authorization: `Bearer ${secret}`, "Tus-Resumable": "1.0.0", ...offsetStream };
  const { status, read } = await send("PATCH", upload, { ...headers, "Upload-Offset": "0" });
  expect(status).toBe(413);
  expect(read).toBeLessThan(3 * chunk.length);
});

test("a form of the console takes half a million bytes", async () => {
  const headers = { ...ownForm, Cookie: browser.cookie };
  for (const path of ["/staff/sign-in", "/staff/works/film/withdraw", "/staff/members"]) {
    const { status, read } = await send("POST", path, headers);
    expect(status, path).toBe(413);
    expect(read, path).toBeLessThan(1_100_000);
    const announced = await ask(path, { method: "POST", headers, body: " ".repeat(500_001) });
    expect(announced.status, path).toBe(413);
  }
});

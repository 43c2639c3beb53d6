import { beforeAll, describe, expect, test, vi } from "vitest";
import { ownForm, type SignedIn, signIn } from "../../console/support.ts";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, jsonOf } from "../../support/ask.ts";
import { staffToken } from "../../support/library.ts";
import { secret } from "../../support/uploads.ts";

let browser: SignedIn;
beforeAll(async () => {
  await publishSampleLibrary();
  await staffToken(secret, { scopes: "admin" });
  browser = await signIn(secret);
});

/** Sends a body as if it were a form of one of the library's own pages. */
function send(path: string, type: string, body: BodyInit): Promise<Response> {
  const { cookie, formToken } = browser;
  const session = path === "/staff/sign-in" ? {} : { Cookie: cookie, "X-Form-Token": formToken };
  const headers = { ...ownForm, ...session, "Content-Type": type };
  return ask(path, { method: "POST", headers, body });
}

const forms = [
  "/staff/sign-in",
  "/staff/works/film/withdraw",
  "/staff/works/film/drafts/captions/en",
  "/staff/reports/1",
  "/staff/members",
];

const multipart = "multipart/form-data; boundary=b";
const part = (headers: string, value: string) => `--b\r\n${headers}\r\n\r\n${value}\r\n`;
const named = (name: string, value: string) =>
  part(`Content-Disposition: form-data; name="${name}"`, value);

describe("a body that is said to be a form and isn't one", () => {
  const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
    "in another encoding": ["application/x-www-form-urlencoded; charset=utf-7", "words=a"],
    "without a boundary": ["multipart/form-data", named("words", "a")],
    "with an empty boundary": ["multipart/form-data; boundary=", named("words", "a")],
    "with another boundary": ["multipart/form-data; boundary=c", `${named("words", "a")}--b--`],
    "without parts": [multipart, ""],
    "with a part that doesn't end": [multipart, named("words", "a")],
    "with a part without headers": [multipart, `${part("", "a")}--b--`],
    "with a part without a name": [
      multipart,
      `${part("Content-Disposition: form-data", "a")}--b--\r\n`,
    ],
    "with thousands of boundaries": [multipart, "--b\r\n".repeat(2_000)],
  };
  test.each(Object.entries(bodies))(
    "is refused by every form of the console, and a report without words, %s",
    async (_, [type, body]) => {
      const log = vi.spyOn(console, "error");
      for (const path of forms) {
        const answer = await send(path, type, body);
        expect(answer.status, path).toBe(400);
        expect((await jsonOf(answer)).detail, path).toContain("as a browser does");
      }
      expect((await send("/en/report/film", type, body)).status).toBe(422);
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    },
  );
});

test("a form may come in parts, and a file in it is no text", async () => {
  const words = `${named("words", "A cue is wrong.")}--b--\r\n`;
  expect((await send("/en/report/film", multipart, words)).status).toBe(303);
  const file = 'Content-Disposition: form-data; name="words"; filename="a.txt"';
  expect((await send("/en/report/film", multipart, `${part(file, "a")}--b--\r\n`)).status).toBe(
    422,
  );
  const signedIn = await send("/staff/sign-in", multipart, `${named("secret", secret)}--b--\r\n`);
  expect(signedIn.status).toBe(303);
});

test("a form in parts that is too large is refused without being read", async () => {
  for (const path of ["/staff/sign-in", "/staff/works/film/withdraw", "/en/report/film"]) {
    let read = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          read += 1;
          if (read > 100) controller.error(new Error("all of an endless body was read"));
          else controller.enqueue(new Uint8Array(100_000));
        },
      },
      { highWaterMark: 0 },
    );
    expect((await send(path, multipart, body)).status, path).toBe(413);
    expect(read, path).toBeLessThan(12);
  }
});

import { beforeAll, describe, expect, test, vi } from "vitest";
import { routes } from "../../src/routes.ts";
import { publishSampleLibrary } from "../support/addresses.ts";
import { fill } from "../support/every-route.ts";
import { staffToken } from "../support/library.ts";
import { secret } from "../support/uploads.ts";
import { postAs, type SignedIn, signIn } from "./support.ts";

/** Every form of the console, but those that end a session: the others need it. */
const forms = routes.routes
  .filter(({ method, path }) => method === "POST" && /^\/staff\/(?!api\/)/.test(path))
  .map(({ path }) => path)
  .filter((path, index, all) => all.indexOf(path) === index && !/sessions|sign-/.test(path));

/** The names of fields that the forms have, and of none. */
const fields = [
  "name",
  "notice.en",
  "notice.__proto__",
  "name.en",
  "description.es",
  "revision",
  "replaces",
  "base",
  "email",
  "role",
  "languages",
  "hours",
  "confirm",
  "step",
  "__proto__",
  "constructor",
  "",
];

const values = [
  "",
  "\0",
  "\u202e",
  "<script>alert(1)</script>",
  "-1",
  "1e999",
  "9".repeat(400),
  "__proto__",
  "x".repeat(100_000),
  "en-".repeat(3000),
  "'; drop table works; --",
];

const slugs = ["film", "draft", "gone", "tale"];

let browser: SignedIn;
beforeAll(async () => {
  await publishSampleLibrary();
  await staffToken(secret, { scopes: "admin" });
  browser = await signIn(secret);
});

test("the console has forms", () => {
  expect(forms.length).toBeGreaterThan(5);
});

describe.each(forms)("the form %s", (form) => {
  test("is answered without a failure, whatever is written in it", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const [index, value] of values.entries()) {
      const slug = slugs[index % slugs.length] ?? "film";
      const sent = Object.fromEntries(fields.map((field) => [field, value]));
      const answer = await postAs(browser, fill(form, { slug }), sent);
      const page = await answer.text();
      const failure = String(log.mock.calls.flat().map((each) => (each as Error).cause ?? each));
      expect(answer.status, `${slug}, ${value.slice(0, 30)}: ${failure}`).toBeLessThan(500);
      expect(page).not.toMatch(/D1_ERROR|SQLITE|TypeError|RangeError|<script>alert/);
    }
    log.mockRestore();
  });
});

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, inject, test } from "vitest";

const library = inject("library");
const packages = join(import.meta.dirname, "node_modules");
// Within this workspace, so that the client finds openapi-fetch as it would in a project of its own.
const folder = mkdtempSync(join(import.meta.dirname, "build-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a developer writes, with the types that were made. */
const client = `import createClient from "openapi-fetch";
import type { paths } from "./api.d.ts";

const { GET } = createClient<paths>({ baseUrl: process.argv[2] ?? "" });

const list = await GET("/api/v1/works", { params: { query: { lang: "es", kind: "Episode", limit: 1 } } });
if (list.data === undefined) throw new Error(list.error.detail);
const [first] = list.data.items;
if (first === undefined) throw new Error("There is no film.");
const work = await GET("/api/v1/works/{slug}", { params: { path: { slug: first.slug } } });
const series = await GET("/api/v1/series/{slug}", {
  params: { path: { slug: "how-did-we-get-here" }, query: { lang: "vi" } },
});
const search = await GET("/api/v1/search", { params: { query: { q: "detention", lang: "en" } } });
const missing = await GET("/api/v1/works/{slug}", { params: { path: { slug: "nothing-here" } } });
const names: (string | undefined)[] = series.data?.episodes.map(({ name }) => name) ?? [];
console.log(
  JSON.stringify({
    url: first.url satisfies string,
    slug: work.data?.slug,
    episodes: names.length,
    found: search.data?.items.length,
    status: missing.error?.status,
  }),
);
`;

/** The client again, with a member that answers don't have. */
const wrong = client.replace("first.url", "first.address");

async function run(program: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options], {
    cwd: folder,
  });
  return stdout;
}

test("openapi-typescript makes types with which a client calls the running library", async () => {
  const description = await fetch(`${library.url}/api/v1/openapi.json`);
  writeFileSync(join(folder, "openapi.json"), await description.text());
  await run(join(packages, "openapi-typescript/bin/cli.js"), "openapi.json", "-o", "api.d.ts");
  writeFileSync(join(folder, "client.ts"), client);
  writeFileSync(join(folder, "wrong.ts"), wrong);
  const strict = "--strict --noEmit --target es2023 --module nodenext --allowImportingTsExtensions";
  const mistakes = await run(
    join(packages, "typescript/bin/tsc"),
    ...strict.split(" "),
    ...["--lib", "es2023,dom,dom.iterable", "--skipLibCheck"],
    ...["wrong.ts", "client.ts"],
  ).catch((error: { stdout: string }) => error.stdout);
  // It is the only one: the client itself has none.
  expect(mistakes).toMatch(/^wrong\.ts.* Property 'address' does not exist [^\n]*\n$/);
  const answer = JSON.parse(await run("client.ts", library.url));
  expect(answer).toEqual({
    url: expect.stringContaining(`${library.url}/es/watch/${answer.slug}`),
    slug: expect.any(String),
    episodes: 2,
    found: expect.any(Number),
    status: 404,
  });
  expect(answer.found).toBeGreaterThan(0);
});

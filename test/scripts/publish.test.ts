import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Library, openLibrary } from "../browser/support/library.ts";
import { copyOfLibrary, videoteca } from "../cli/run.ts";

/** A library of its own: these tests compare all of it before and after. */
let library: Library;
let url = "";
let staff: Record<string, string> = {};
beforeAll(async () => {
  library = await openLibrary();
  url = library.url;
  staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: library.token };
});
afterAll(() => library.stop());

const episode = "library/how-did-we-get-here/criminalizing-migration";
const documents = "library/documents";

let copy: Awaited<ReturnType<typeof copyOfLibrary>>;

beforeEach(async () => {
  copy = await copyOfLibrary();
});
afterEach(() => copy.remove());

async function edit(path: string, from: string, to: string): Promise<void> {
  const file = join(copy.folder, path);
  const text = await readFile(file, "utf8");
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

async function published(): Promise<unknown> {
  return (await fetch(`${url}/api/v1/works`)).json();
}

function apply(path: string, environment: Record<string, string> = staff) {
  return videoteca(["apply", path, "--yes"], copy.folder, environment);
}

describe("videoteca apply, against a running library", () => {
  test("tells all that is broken in one list, each at its place, and publishes nothing at all", async () => {
    await edit(
      `${documents}/a-second-chance-for-all/document.yaml`,
      "status: published",
      "status: [",
    );
    await edit(
      `${documents}/platform-for-immigrant-justice/document.yaml`,
      "keywords:",
      "keyword:",
    );
    await rm(join(copy.folder, documents, "admin-platform-policy-memo/en.md"));
    await edit(
      `${episode}/vi.vtt`,
      "00:00:51.478 --> 00:00:54.085",
      "00:01:51.478 --> 00:01:54.085",
    );
    const series = "library/how-did-we-get-here/series.yaml";
    await edit(series, "inLanguage: en", "inLanguage: english");
    // Nothing is wrong with this one; it isn't published either.
    const sound = `${documents}/immigrants-deserve-a-second-chance/document.yaml`;
    await edit(sound, "en: Immigrants Deserve a Second Chance", "en: Another Title");

    const before = await published();
    const { code, stdout, stderr } = await apply("library");
    const errors = stdout.split("\n").filter((line) => line.includes("  error  "));
    const told = (path: string, place: string, words: string) =>
      expect.stringMatching(new RegExp(`^${path}:${place}  error  .*${words}`));
    expect(errors.toSorted()).toEqual([
      told(`${documents}/a-second-chance-for-all/document.yaml`, "\\d+:\\d+", "YAML"),
      told(`${documents}/admin-platform-policy-memo/document.yaml`, "\\d+:\\d+", "en\\.md"),
      told(`${documents}/platform-for-immigrant-justice/document.yaml`, "\\d+:1", "`keywords`"),
      told(`${episode}/vi.vtt`, "\\d+:\\d+", "film"),
      told(series, "\\d+:\\d+", "english.*write en"),
    ]);
    expect(stdout).toContain("Not ready to publish");
    expect(stderr).toBe("");
    expect(code).toBe(1);
    expect(await published()).toEqual(before);
  });

  test("publishes a new work, then its changed title as an update, then nothing", async () => {
    const slug = "a-document-to-publish-in-a-test";
    const folder = `${documents}/a-second-chance-for-all`;
    await edit(`${folder}/document.yaml`, "slug: a-second-chance-for-all", `slug: ${slug}`);
    await edit(`${folder}/document.yaml`, "en: A Second Chance for All", "en: The First Title");

    const first = await apply(folder);
    expect(first.stdout).toContain(`created    ${slug} (revision 1)`);
    expect(first.code).toBe(0);
    const heading = async () => /<h1>(.*?)<\/h1>/.exec(await page())?.[1]?.trim();
    const page = async () => (await fetch(`${url}/en/read/${slug}`)).text();
    expect(await heading()).toBe("The First Title");

    await edit(`${folder}/document.yaml`, "en: The First Title", "en: The Second Title");
    const second = await apply(folder);
    expect(second.stdout).toContain("To publish: 1 work, 0 files to send");
    expect(second.stdout).toContain(`updated    ${slug} (revision 2)`);
    expect(await heading()).toBe("The Second Title");

    const third = await videoteca(["apply", folder, "--yes", "--json"], copy.folder, staff);
    expect(JSON.parse(third.stdout)).toEqual({
      problems: [],
      works: [{ slug, result: "unchanged", visibility: "public", url: `${url}/en/read/${slug}` }],
      sent: [],
    });
    expect(third.code).toBe(0);
  });

  test("finds the whole library that is shipped unchanged, with nothing to send", async () => {
    const { code, stdout } = await videoteca(["plan", "library"], copy.folder, staff);
    expect(stdout).toContain("Nothing to publish: 11 works, all up to date in the library.");
    expect(stdout.match(/^= unchanged {2}/gm)).toHaveLength(11);
    expect(code).toBe(0);
  });

  test("refuses a wrong token in one plain sentence, and publishes nothing", async () => {
    await edit(`${episode}/episode.yaml`, "en: Criminalizing Migration", "en: Another Title");
    const before = await published();
    const { code, stderr } = await apply("library", {
      VIDEOTECA_URL: url,
      VIDEOTECA_TOKEN: "videoteca_wrong",
    });
    expect(stderr).toBe(
      `The library at ${url} refuses the token: set VIDEOTECA_TOKEN to a valid one, or run \`videoteca login\`.\n`,
    );
    expect(code).toBe(1);
    expect(await published()).toEqual(before);
  });
});

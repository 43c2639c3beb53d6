import { beforeAll, describe, expect, test } from "vitest";
import { get, jsonOf, origin } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  storeFile,
  track,
  vtt,
} from "../../support/library.ts";

/** A work has the address of everything that its record names, and each of them answers. */

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
  const sound = { ...(await storeFile("sound", "m4a")), duration: 38 };
  const description = await storeFile(vtt("A door."), "vtt");
  await publish(
    await episode("film", {
      series: "tale",
      audioOnly: sound,
      captions: [
        await track("en", vtt("Hello."), "captions"),
        await track("es-MX", vtt("Hola."), "subtitles"),
        { ...(await track("en", vtt("A door."))), kind: "descriptions" },
      ],
      audioDescription: { mode: "track", file: description, inLanguage: "en" },
      attachments: [
        { file: await storeFile("guide", "pdf"), inLanguage: "en", name: { en: "Guide" } },
      ],
    }),
  );
  await publish(await document("paper"));
});

/** Every address in an answer. */
function addressesIn(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("https:") ? [value] : [];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(addressesIn)
    : [];
}

/** How many files with a digest an answer has, and how many of them have an address. */
function countFiles(value: unknown): { files: number; addressed: number } {
  if (typeof value !== "object" || value === null) return { files: 0, addressed: 0 };
  const sum = { files: "sha256" in value ? 1 : 0, addressed: 0 };
  if ("sha256" in value && "url" in value && "extension" in value) {
    expect(value.url).toBe(`${origin}/media/${value.sha256}.${value.extension}`);
    sum.addressed = 1;
  }
  for (const member of Object.values(value)) {
    const inner = countFiles(member);
    sum.files += inner.files;
    sum.addressed += inner.addressed;
  }
  return sum;
}

test.each([
  ["film", 8],
  ["paper", 2],
])("%s has the address of each file, and each address answers", async (slug, files) => {
  const work = await jsonOf(await get(`/api/v1/works/${slug}?lang=es`));
  expect(countFiles(work)).toEqual({ files, addressed: files });
  const addresses = addressesIn(work);
  expect(addresses.length).toBeGreaterThan(files);
  const failed: string[] = [];
  for (const address of new Set(addresses)) {
    expect(address.startsWith(`${origin}/`), address).toBe(true);
    const response = await get(address.slice(origin.length));
    if (response.status !== 200) failed.push(`${response.status} ${address}`);
    await response.arrayBuffer();
  }
  expect(failed).toEqual([]);
});

test("a film names its captions and transcripts by language, and descriptions by their file", async () => {
  const { captions, transcripts } = await jsonOf(await get("/api/v1/works/film"));
  expect(captions).toMatchObject([
    { kind: "captions", url: `${origin}/captions/film/en.vtt` },
    { kind: "subtitles", url: `${origin}/captions/film/es-MX.vtt` },
    { kind: "descriptions", url: expect.stringContaining(`${origin}/media/`) },
  ]);
  expect(transcripts).toMatchObject([
    { inLanguage: "en", formats: { txt: `${origin}/transcripts/film/en.txt` } },
    { inLanguage: "es-MX", formats: { srt: `${origin}/transcripts/film/es-MX.srt` } },
  ]);
});

describe("the page of a work is in the requested language or the nearest to it", () => {
  test.each([
    ["?lang=es", "es"],
    ["?lang=es-MX", "es"],
    ["?lang=ES", "es"],
    ["?lang=es-mx", "es"],
    ["?lang=ar", "ar"],
    // A neighbor of the interface's languages.
    ["?lang=mam", "es"],
    ["?lang=ht", "en"],
    ["?lang=fr", "en"],
    ["", "en"],
  ])("%s", async (query, language) => {
    const url = `${origin}/${language}/watch/film`;
    expect(await jsonOf(await get(`/api/v1/works/film${query}`))).toMatchObject({ url });
    const list = await jsonOf(await get(`/api/v1/works${query}`));
    expect(list.items).toContainEqual(expect.objectContaining({ slug: "film", url }));
    const tale = await jsonOf(await get(`/api/v1/series/tale${query}`));
    expect(tale).toMatchObject({ url: `${origin}/${language}/series/tale`, episodes: [{ url }] });
    if (query === "") return;
    const found = await jsonOf(await get(`/api/v1/search${query}&q=film`));
    expect(found.items).toContainEqual(expect.objectContaining({ slug: "film", url }));
  });

  test("what isn't a language tag is refused", async () => {
    for (const path of ["works/film", "series/tale", "languages"]) {
      for (const language of ["english", "es_MX", "e", ""]) {
        const response = await get(`/api/v1/${path}?lang=${language}`);
        expect(response.status).toBe(400);
        expect((await jsonOf(response)).detail).toBe("lang takes a language tag: en, es, vi");
      }
    }
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, jsonOf, origin } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { episode, publish, series, storeFile, track, vtt } from "../../support/library.ts";

const presentation = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';
const canvas = `${origin}/iiif/rich/canvas/1`;

/** A resource as a program that doesn't know our code reads it. */
// biome-ignore lint/suspicious/noExplicitAny: other programs read it without a type
async function read(path: string): Promise<any> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return jsonOf(response);
}

beforeAll(async () => {
  await publishSampleLibrary();
  const rich = await episode("rich", {
    series: "tale",
    episode: 3,
    formerSlugs: ["rich-before"],
    name: { en: "<script>\u202Ealert(1)</script>", es: "Rica", zxx: "~" },
    description: { en: "<b>bold</b>" },
    duration: 60,
    license: "CC-BY-4.0",
    copyrightHolder: "Ana Morales",
    contentWarning: { en: "Loud." },
    keywords: ["history"],
    credits: [
      { name: "Shown Person", role: "director" },
      { name: "Hidden Person", role: "participant", public: false },
    ],
    chapters: [
      { start: 0, name: { en: "Beginning", es: "Comienzo" } },
      { start: 20.5, name: { en: "End" } },
    ],
    captions: [
      await track(
        "en",
        vtt("Hello from the court,", "of justice. Good bye.", "Justice again."),
        "captions",
      ),
      {
        ...(await track("es", vtt("Hola desde el tribunal.", "La <i>justicia</i> llega."))),
        origin: "machine",
      },
    ],
  });
  const audioOnly = { ...(await storeFile("the sound alone", "m4a")), duration: 60 };
  await publish({ ...rich, audioOnly });
  await publish({ ...(await episode("sound")), video: [], audioOnly });
  await publish(await episode("bare", { captions: [], chapters: [], poster: undefined }));
});

describe("a film's manifest", () => {
  test("has one canvas with the film's time and size, and a choice of its files", async () => {
    const { items } = await read("/iiif/rich/manifest.json");
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: canvas,
      type: "Canvas",
      duration: 60,
      width: 640,
      height: 360,
    });
    const [painting] = items[0].items[0].items;
    expect(painting).toMatchObject({ motivation: "painting", target: canvas });
    expect(painting.body.type).toBe("Choice");
    expect(painting.body.items).toMatchObject([
      { type: "Video", format: "video/webm", width: 640, height: 360 },
      { type: "Sound", format: "audio/mp4", duration: 60, label: { es: ["Solo audio"] } },
    ]);
    expect(items[0].placeholderCanvas.items[0].items[0].body.type).toBe("Image");
  });

  test("has captions and transcripts in each language, and says which a machine wrote", async () => {
    const { items } = await read("/iiif/rich/manifest.json");
    const [page, ...others] = items[0].annotations;
    expect(others).toEqual([]);
    const found = page.items.map(({ motivation, target, body }: Record<string, never>) => [
      motivation,
      target,
      body,
    ]);
    const text = (id: string, format: string, language: string, label: unknown) => [
      "supplementing",
      canvas,
      { id: origin + id, type: "Text", format, language: [language], label: { [language]: label } },
    ];
    expect(found).toEqual([
      text("/captions/rich/en.vtt", "text/vtt", "en", ["English"]),
      text("/captions/rich/es.vtt", "text/vtt", "es", [expect.stringMatching(/^español \(.+\)$/)]),
      text("/transcripts/rich/en.txt", "text/plain", "en", ["Transcript: English"]),
      text("/transcripts/rich/es.txt", "text/plain", "es", [expect.stringContaining("español")]),
    ]);
  });

  test("has the chapters as ranges, each until the next", async () => {
    const { structures } = await read("/iiif/rich/manifest.json");
    expect(structures).toHaveLength(1);
    expect(structures[0].items).toMatchObject([
      {
        type: "Range",
        label: { en: ["Beginning"], es: ["Comienzo"] },
        items: [{ id: `${canvas}#t=0,20.5`, type: "Canvas" }],
      },
      {
        type: "Range",
        label: { en: ["End"] },
        items: [{ id: `${canvas}#t=20.5,60`, type: "Canvas" }],
      },
    ]);
  });

  test("describes the film in all its languages, with rights as IIIF writes them", async () => {
    const manifest = await read("/iiif/rich/manifest.json");
    expect(manifest).toMatchObject({
      "@context": "http://iiif.io/api/presentation/3/context.json",
      id: `${origin}/iiif/rich/manifest.json`,
      type: "Manifest",
      label: { es: ["Rica"], none: ["~"] },
      rights: "http://creativecommons.org/licenses/by/4.0/",
      requiredStatement: {
        label: { es: ["Licencia"] },
        value: { none: ["© Ana Morales, CC-BY-4.0"] },
      },
      partOf: [{ id: `${origin}/iiif/series/tale/collection.json`, type: "Collection" }],
      service: [{ id: `${origin}/iiif/rich/search`, type: "SearchService2" }],
      provider: [{ type: "Agent", label: { en: ["The Publisher"] } }],
    });
    expect(manifest.homepage.map(({ id }: { id: string }) => id)).toContain(
      `${origin}/vi/watch/rich`,
    );
    expect(manifest.seeAlso.map(({ id }: { id: string }) => id)).toContain(
      `${origin}/cite/rich.ris?lang=en`,
    );
    const facts = JSON.stringify(manifest.metadata);
    expect(facts).toContain("Shown Person");
    expect(facts).toContain("Loud.");
  });

  test("names nobody who isn't public, and contains no text that a viewer could take for HTML", async () => {
    const written = await (await get("/iiif/rich/manifest.json")).text();
    expect(written).not.toContain("Hidden Person");
    expect(written).not.toMatch(/[<\u202E]/);
    // A value between < and > is HTML in IIIF, unless white space follows it.
    expect(JSON.parse(written)).toMatchObject({
      label: { en: ["<script>alert(1)</script> "] },
      summary: { en: ["<b>bold</b> "] },
    });
  });

  test("of sound alone has time and no size; of a film with nothing else, neither empty lists nor a search", async () => {
    const sound = await read("/iiif/sound/manifest.json");
    expect(sound.items[0]).toMatchObject({ duration: 38, accompanyingCanvas: { type: "Canvas" } });
    expect(sound.items[0]).not.toHaveProperty("width");
    expect(sound.items[0].items[0].items[0].body.type).toBe("Sound");
    const bare = await read("/iiif/bare/manifest.json");
    expect(JSON.stringify(bare)).not.toContain("[]");
    for (const absent of ["service", "structures", "rights", "thumbnail"]) {
      expect(bare).not.toHaveProperty(absent);
    }
  });

  test("has the specification's media type, and plain JSON for who accepts only that", async () => {
    const { bindings, cost } = countCost();
    const response = await ask("/iiif/rich/manifest.json", {}, bindings);
    expect(cost.roundTrips).toBe(1);
    expect(response.headers.get("Content-Type")).toBe(presentation);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const etag = response.headers.get("ETag") ?? "";
    expect((await get("/iiif/rich/manifest.json", { "If-None-Match": etag })).status).toBe(304);
    const plain = { Accept: "application/json, text/plain, */*" };
    const other = await get("/iiif/rich/manifest.json", { ...plain, "If-None-Match": etag });
    expect([other.status, other.headers.get("Content-Type")]).toEqual([200, "application/json"]);
    expect(other.headers.get("Vary")).toContain("Accept");
    const both = { Accept: "application/ld+json, application/json" };
    const first = await get("/iiif/rich/manifest.json", both);
    expect(first.headers.get("Content-Type")).toBe(presentation);
  });
});

describe("a series' collection", () => {
  test("lists the manifests of its public episodes in order", async () => {
    const { bindings, cost } = countCost();
    const path = "/iiif/series/tale/collection.json";
    const response = await ask(path, {}, bindings);
    expect(cost.roundTrips).toBe(1);
    expect(response.headers.get("Content-Type")).toBe(presentation);
    expect(await jsonOf(response)).toMatchObject({
      id: origin + path,
      type: "Collection",
      label: { en: ["Series tale"], es: ["Serie tale"] },
      items: ["film", "film-2", "rich"].map((slug) => ({
        id: `${origin}/iiif/${slug}/manifest.json`,
        type: "Manifest",
      })),
    });
  });
});

describe("a search in a film's transcripts", () => {
  const times = ({ items }: { items: { target: string }[] }) => items.map(({ target }) => target);

  test("answers with the moments of the words, in every language, and the text around them", async () => {
    const { bindings, cost } = countCost();
    const response = await ask("/iiif/rich/search?q=justic", {}, bindings);
    expect(cost.roundTrips).toBe(1);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Content-Type")).toContain(
      "http://iiif.io/api/search/2/context.json",
    );
    // biome-ignore lint/suspicious/noExplicitAny: other programs read it without a type
    const answer: any = await jsonOf(response);
    expect(answer).toMatchObject({
      id: `${origin}/iiif/rich/search?q=justic`,
      type: "AnnotationPage",
    });
    expect(times(answer)).toEqual([`${canvas}#t=2,4`, `${canvas}#t=4,6`, `${canvas}#t=2,4`]);
    expect(answer.items[2].body).toMatchObject({ value: "La justicia llega.", language: "es" });
    expect(answer.annotations[0].items[0].target).toMatchObject({
      source: answer.items[0].id,
      selector: [
        { type: "TextQuoteSelector", prefix: "of ", exact: "justice", suffix: ". Good bye." },
      ],
    });
  });

  test.each([
    ["q=%22court+of+justice%22", [`${canvas}#t=0,2`]],
    ["q=again+justice", [`${canvas}#t=4,6`]],
    ["q=justicia&lang=es", [`${canvas}#t=2,4`]],
    ["q=justicia&lang=en", []],
    [`q=justice&lang=en-x-${"long-".repeat(12)}tag`, []],
    ["q=persimmon", []],
    ["q=", []],
    ["", []],
  ])("for %s finds %j", async (query, found) => {
    expect(times(await read(`/iiif/rich/search?${query}`))).toEqual(found);
  });

  test("gives each cue an id of its own, also if two people speak at one time", async () => {
    const said = `${vtt("One justice.")}\n00:00.000 --> 00:02.000\n<v Other>Another justice.\n`;
    await publish(await episode("together", { captions: [await track("en", said, "captions")] }));
    const { items } = await read("/iiif/together/search?q=justice");
    expect(items).toHaveLength(2);
    expect(items[0].target).toBe(items[1].target);
    expect(items[0].id).not.toBe(items[1].id);
  });

  test("names the parameters that it ignores", async () => {
    const answer = await read("/iiif/rich/search?q=justice&user=someone&motivation=painting");
    expect(answer.ignored).toEqual(["motivation", "user"]);
  });
});

describe("what isn't public", () => {
  test.each([
    ["/iiif/draft/manifest.json", 404],
    ["/iiif/draft/search?q=hello", 404],
    ["/iiif/soon/manifest.json", 404],
    ["/iiif/gone/manifest.json", 410],
    ["/iiif/gone/search?q=hello", 410],
    ["/iiif/paper/manifest.json", 404],
    ["/iiif/nothing/manifest.json", 404],
    ["/iiif/series/nothing/collection.json", 404],
    ["/iiif/series/film/collection.json", 404],
    ["/iiif/series/gone-tale/collection.json", 410],
  ])("%s is %d, with a problem document", async (path, status) => {
    await publish(series("gone-tale", { status: "withdrawn", withdrawalNotice: { en: "Asked." } }));
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  });

  test.each([
    ["/iiif/rich-before/manifest.json", "/iiif/rich/manifest.json"],
    ["/iiif/rich-before/search?q=a", "/iiif/rich/search?q=a"],
    ["/iiif/tale/manifest.json", "/iiif/series/tale/collection.json"],
  ])("%s leads to %s", async (path, other) => {
    const response = await ask(path, { redirect: "manual" });
    expect([response.status, response.headers.get("Location")]).toEqual([301, other]);
  });
});

import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { publishSampleLibrary } from "../support/addresses.ts";
import { get } from "../support/ask.ts";
import { document, episode, librarySettings, publish, series, track } from "../support/library.ts";
import { sampleAddresses } from "../support/public-routes.ts";
import { type Shape, shapeOf } from "../support/shape.ts";

/** All addresses of every public route, so that a new format is tested too. */
let addresses: string[] = [];

beforeAll(async () => {
  const { media } = await publishSampleLibrary();
  await publish(librarySettings({ contact: "library@example.org" }));
  const samples = Object.values(sampleAddresses(media)).flat();
  addresses = samples.filter(({ status }) => status === undefined).map(({ path }) => path);
});

/** What a reader might see of a text: all texts of an answer and of the files in it. */
function textsOf(bytes: Uint8Array): string {
  if (strFromU8(bytes.slice(0, 2)) !== "PK") return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${textsOf(content)}`)
    .join("\n");
}

test("works that aren't public and people who don't want to be named are in no format", async () => {
  const hidden = ["draft", "soon", "gone", "gone-paper"];
  const credits = [
    { name: "Ana Named", role: "director" },
    { name: "Luz Hidden", role: "participant", public: false },
  ];
  await publish(await episode("film", { series: "tale", episode: 1, credits, related: hidden }));
  await publish(await document("paper", { credits, related: ["film", ...hidden] }));
  await publish(await episode("draft", { series: "tale", episode: 3, status: "draft", credits }));
  let named = 0;
  for (const path of addresses) {
    const response = await get(path);
    const headers = JSON.stringify([...response.headers]);
    const answer = headers + textsOf(new Uint8Array(await response.arrayBuffer()));
    expect(response.status, path).toBe(200);
    if (answer.includes("Ana Named")) named += 1;
    expect(answer, path).not.toContain("Luz Hidden");
    // The address of a search is repeated by its answer.
    expect(answer, path).not.toMatch(/(?:Film|Película|Paper|Papel) (?:draft|soon|gone)/);
    expect(answer, path).not.toMatch(/\/(?:draft|soon|gone|gone-paper)(?=["/.?<)\s]|$)/m);
  }
  // Credits were there to be left out: in pages, citations, IIIF, OAI-PMH, feeds …
  expect(named).toBeGreaterThan(8);
});

/** Texts that would be markup, fields, cues or controls if they weren't escaped. */
const attacks = [
  "</script><x-mark>",
  "</title></style></textarea><x-mark y=1>",
  '"><x-mark x-mark="',
  "'><x-mark x-mark='",
  "<!--<script>",
  "-->",
  "]]><x-mark/>",
  "<![CDATA[",
  "&lt;x-mark&gt;&amp;&#0;&nbsp;",
  "<?xml-stylesheet href='x'?>",
  "\\u003cx\\\\",
  "**b** _i_ `c` [l](https://x.example) ![p](q)",
  "| a | b |",
  "~~s~~ #h {#id}",
  "--> 00:00:01.000",
  "}, title = {x}, {\\input{x}",
  "TY  - BOOK",
  ", ; : ,",
  "=1+1 @x -1",
  "\u0000\u0007\u001b[31m\u007f\u0085",
  "\u202e\u202d\u2066",
  "\ufffe\uffff",
  "{{x}} <%= x %>",
];

/** Publishes a library in which every text that people write is this one. */
async function publishWith(text: string): Promise<void> {
  const texts = { en: text, es: text };
  const escaped = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const said = `WEBVTT\n\n00:00.000 --> 00:02.000\n<v ${escaped}>${escaped}\n\n00:02.000 --> 00:04.000\n${escaped}\n`;
  const credits = ["director", "author", "narrator"].map((role) => ({ name: text, role }));
  const facts = { keywords: [text], copyrightHolder: text, contentWarning: texts, credits };
  const captions = [await track("en", said, "captions"), await track("es", said)];
  const named = { name: texts, description: texts };
  await publish(
    librarySettings({
      ...named,
      publisher: { name: texts },
      notice: texts,
      contact: "library@example.org",
      footer: [{ name: texts, url: "https://elsewhere.example/" }],
    }),
  );
  await publish(series("tale", named));
  const film = await episode("film", { ...named, ...facts, series: "tale", episode: 1, captions });
  const poster = film.poster && { ...film.poster, alt: texts };
  const chapters = [{ start: 0, name: texts }];
  const withTranslators = captions.map((one) => ({ ...one, translator: text }));
  await publish({ ...film, poster, chapters, captions: withTranslators });
  const paper = await document("paper", { ...named, ...facts, related: ["film"] });
  await publish({ ...paper, texts: paper.texts.map((one) => ({ ...one, translator: text })) });
}

/** The shape of each answer, and the names of its headers. */
async function shapes(): Promise<Record<string, Shape>> {
  const found: Record<string, Shape> = {};
  for (const path of addresses) {
    const response = await get(path);
    expect(response.status, path).toBe(200);
    const headers = [...response.headers];
    for (const [name, value] of headers) expect(value, name).not.toMatch(/[^\x20-\x7e]/);
    const type = response.headers.get("Content-Type")?.replace(/;.*$/, "") ?? "";
    const bytes = new Uint8Array(await response.arrayBuffer());
    found[path] = [headers.map(([name]) => name), await shapeOf(type, bytes)];
  }
  return found;
}

test("whatever texts are made of, every format has the elements, members and fields of harmless ones", async () => {
  await publishWith("A harmless text");
  const harmless = await shapes();
  const text = fc
    .shuffledSubarray(attacks, { minLength: Math.floor(attacks.length / 2) })
    .map((parts) => `A ${parts.join(" ")} Z`);
  await fc.assert(
    fc.asyncProperty(text, async (hostile) => {
      await publishWith(hostile);
      const found = await shapes();
      for (const path of addresses) expect(found[path], path).toEqual(harmless[path]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 120_000);

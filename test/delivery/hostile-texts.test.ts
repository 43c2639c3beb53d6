import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { publishSampleLibrary } from "../support/addresses.ts";
import { get } from "../support/ask.ts";
import { document, episode, librarySettings, publish, series, track } from "../support/library.ts";
import { sampleAddresses } from "../support/public-routes.ts";
import { shapeOf } from "../support/shape.ts";

/** All addresses of every public route, so that a new format is tested too. */
let addresses: string[] = [];

/** All is published at one time, so that lists keep their order. */
const now = new Date("2026-03-01T10:00:00.000Z");

beforeAll(async () => {
  const { media } = await publishSampleLibrary();
  const samples = Object.values(sampleAddresses(media)).flat();
  addresses = samples.filter(({ status }) => status === undefined).map(({ path }) => path);
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
  // A cue can name half of a surrogate pair; a record's texts are refused with one.
  const escaped = `${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)} &#xD800;`;
  const said = `WEBVTT\n\n00:00.000 --> 00:02.000\n<v ${escaped}>${escaped}\n\n00:02.000 --> 00:04.000\n${escaped}\n`;
  const credits = ["director", "author", "narrator"].map((role) => ({ name: text, role }));
  const facts = { keywords: [text], copyrightHolder: text, contentWarning: texts, credits };
  const captions = [await track("en", said, "captions"), await track("es", said)];
  const named = { name: texts, description: texts };
  await publish(
    librarySettings({
      reportMistakes: "inbox",
      ...named,
      publisher: { name: texts },
      notice: texts,
      contact: "library@example.org",
      footer: [{ name: texts, url: "https://elsewhere.example/" }],
    }),
    now,
  );
  await publish(series("tale", named), now);
  const film = await episode("film", { ...named, ...facts, series: "tale", episode: 1, captions });
  const poster = film.poster && { ...film.poster, alt: texts };
  const chapters = [{ start: 0, name: texts }];
  const withTranslators = captions.map((one) => ({ ...one, translator: text }));
  await publish({ ...film, poster, chapters, captions: withTranslators }, now);
  const paper = await document("paper", { ...named, ...facts, related: ["film"] });
  await publish({ ...paper, texts: paper.texts.map((one) => ({ ...one, translator: text })) }, now);
}

/** The shape of an answer, and the names of its headers. */
async function shapeOfAnswer(path: string): Promise<string> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  const headers = [...response.headers];
  for (const [name, value] of headers) expect(value, name).not.toMatch(/[^\x20-\x7e]/);
  const type = response.headers.get("Content-Type")?.replace(/;.*$/, "") ?? "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  const shape = await shapeOf(type, bytes);
  // How many corrections there are depends on what was published before.
  const elements = path.endsWith("/corrections")
    ? [...new Set(JSON.stringify(shape).split("],["))]
    : shape;
  return JSON.stringify([headers.map(([name]) => name), elements]);
}

/** Where two shapes begin to differ. */
function difference(harmless: string, hostile: string): string {
  let index = 0;
  while (harmless[index] === hostile[index]) index += 1;
  const near = (shape: string) => shape.slice(Math.max(0, index - 150), index + 150);
  return `${near(harmless)}\nbecame\n${near(hostile)}`;
}

test("whatever texts are made of, every format has the elements, members and fields of harmless ones", async () => {
  // As long as the others, because pages set long titles in smaller type.
  await publishWith("A plain text ".repeat(20));
  await publishWith("A harmless text ".repeat(20));
  const harmless = new Map<string, string>();
  for (const path of addresses) harmless.set(path, await shapeOfAnswer(path));
  const text = fc
    .shuffledSubarray(attacks, { minLength: Math.floor(attacks.length / 2) })
    .map((parts) => `A ${parts.join(" ")} Z`);
  await fc.assert(
    fc.asyncProperty(text, async (hostile) => {
      await publishWith(hostile);
      const faults: string[] = [];
      for (const path of addresses) {
        try {
          const shape = await shapeOfAnswer(path);
          const expected = harmless.get(path) ?? "";
          if (shape !== expected) faults.push(`${path}: ${difference(expected, shape)}`);
        } catch (error) {
          faults.push(`${path}: ${error}`);
        }
      }
      expect(faults).toEqual([]);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

import { XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { SpokenText, TranscriptSource } from "../../../../src/transcripts/formats/format.ts";
import { withGaps } from "../../../../src/transcripts/formats/lessons/gaps.ts";
import { lessonFormats } from "../../../../src/transcripts/formats/lessons/lessons.ts";
import { findVocabulary } from "../../../../src/transcripts/formats/lessons/vocabulary.ts";
import { hostile, source } from "../../source.ts";

function render(extension: string, changes: Partial<TranscriptSource> = {}): string {
  const written = lessonFormats.get(extension)?.render(source(changes)) ?? "";
  if (typeof written === "string") return written;
  return strFromU8(unzipSync(written)["word/document.xml"] ?? new Uint8Array());
}

const cues = [
  { startTime: 0, endTime: 2, text: "[music]" },
  { startTime: 2, endTime: 5, text: "<v Ana>The court said no, and the" },
  { startTime: 5, endTime: 8, text: "<v Ana>judge went to Texas." },
  { startTime: 12, endTime: 15, text: "<v Lan>Is R&amp;D a court of detention?" },
];
const spanish: SpokenText = {
  name: "Título",
  language: "es",
  languageName: "español",
  direction: "ltr",
  origin: "human",
  cues: [
    { startTime: 2, endTime: 8, text: "El tribunal dijo que no, y el juez se fue a Texas." },
    { startTime: 12, endTime: 15, text: "¿Es I+D un tribunal de detención?" },
  ],
  chapters: [],
};

describe("a transcript with gaps", () => {
  const gaps = (options: Parameters<typeof withGaps>[1]) => withGaps(source({ cues }), options);

  test("leaves out no part of a number or a code, which nobody could fill in", () => {
    const text = "See 287(g), 8 CFR 214.2(h)(4) and form I-9 of 2019, COVID-19, 9:30 today";
    const coded = source({ cues: [{ startTime: 0, endTime: 9, text }] });
    const words = ["see", "g", "cfr", "h", "4", "i", "9", "2019", "covid", "today"];
    expect(withGaps(coded, { words }).answers).toEqual(["See", "today"]);
    const arabic = source({
      language: "ar",
      cues: [
        { ...coded.cues[0], startTime: 0, endTime: 9, text: "بموجب 287(g) و8 CFR 214.2(h)(4)." },
      ],
    });
    expect(withGaps(arabic, { every: 1, words: [] }).answers).toEqual(["بموجب"]);
  });

  test("leaves out every nth word of what is said, over cues, and keeps sounds and names", () => {
    const { answers } = gaps({ every: 3, words: [] });
    expect(answers).toEqual(["said", "the", "to", "R", "court"]);
    const html = render("gap.html", {
      cues,
      options: { times: false, speakers: true, gaps: { every: 3, words: [] } },
    });
    const main = /<main>([\s\S]*)<section/.exec(html)?.[1] ?? "";
    expect(main).toContain("<i>[music]</i>");
    expect(main).toContain("<b><bdi>Ana</bdi>:</b> The court (1)__________ no");
    expect(main).toContain("&amp;D a (5)__________ of detention?");
  });

  test("leaves out chosen words in any case, wherever they are", () => {
    expect(gaps({ words: ["COURT", "is"] }).answers).toEqual(["court", "Is", "court"]);
    expect(gaps({ words: ["nowhere"] }).answers).toEqual([]);
  });

  test("leaves out a chosen word of several syllables or parts as one, with any apostrophe", () => {
    const text = "Trại tạm giam: don’t go to 287(g) court, U.S. law. Tạm biệt.";
    const mixed = source({ language: "vi", cues: [{ startTime: 0, endTime: 9, text }] });
    const words = ["tạm", "TẠM GIAM", "don't", "to court", "U.S.", "biệt tạm", "?"];
    expect(withGaps(mixed, { words }).answers).toEqual(["tạm giam", "don’t", "U.S", "Tạm"]);
    expect(withGaps(mixed, { every: 3, words }).answers).toContain("tạm giam");
  });

  test("leaves out a chosen word without its accents, if the film doesn't have it so", () => {
    const text = "Él huyó. Si dice que sí, el juez huyo.";
    const accented = source({ language: "es", cues: [{ startTime: 0, endTime: 9, text }] });
    const chosen = (...words: string[]) => withGaps(accented, { words }).answers;
    expect(chosen("HUYÓ", "si")).toEqual(["huyó", "Si"]);
    expect(chosen("dice que si", "juéz")).toEqual(["juez"]);
    const vietnamese = source({
      language: "vi",
      cues: [{ startTime: 0, endTime: 9, text: "Trại tạm giam, luật pháp." }],
    });
    expect(withGaps(vietnamese, { words: ["tam giam", "luat"] }).answers).toEqual([
      "tạm giam",
      "luật",
    ]);
  });

  test("gives the text again with the answers", () => {
    const { source: gapped, answers } = gaps({ every: 3, words: ["judge"] });
    let whole = gapped.cues.map(({ text }) => text.replace(/<[^>]*>/g, "")).join(" ");
    for (const [index, answer] of answers.entries()) {
      whole = whole.replace(`(${index + 1})__________`, () => answer);
    }
    expect(whole).toBe(
      "[music] The court said no, and the judge went to Texas. Is R&amp;D a court of detention?",
    );
  });

  test("has its answers on a sheet of their own, as a page and as a Word document", () => {
    const html = render("gap.html", { cues });
    expect(html).toMatch(/<section class="sheet">\n<h2>Answers<\/h2>\n<ol class="answers">\n<li>/);
    expect(html).toContain(".sheet { break-before: page; }");
    const xml = render("gap.docx", { cues });
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toMatch(/<w:br w:type="page"\/>.*Answers.*1\. judge/);
  });

  test("of a pair has the whole text of the second language beside it", () => {
    const html = render("gap.html", { cues, secondary: spanish });
    expect(html).toContain("__________");
    expect(html).toContain("El tribunal dijo que no, y el juez se fue a Texas.");
  });

  test("counts words in scripts without spaces", () => {
    const thai = { cues: [{ startTime: 0, endTime: 3, text: "ศาลตัดสินคดีนี้แล้ว" }], language: "th" };
    expect(withGaps(source(thai), { every: 3, words: [] }).answers.length).toBeGreaterThan(0);
  });
});

describe("the vocabulary of a film", () => {
  test("is its rarest words with their sentences and moments, without names and numbers", () => {
    const entries = findVocabulary(source({ cues }));
    expect(entries.map(({ word }) => word)).not.toContain("Texas");
    expect(entries).toContainEqual({
      word: "judge",
      sentence: "The court said no, and the judge went to Texas.",
      translation: "",
      startTime: 2,
    });
    const detention = entries.find(({ word }) => word === "detention");
    expect(detention?.startTime).toBe(12);
  });

  test("is at most forty words, of which those said least often are chosen", () => {
    const common = "common common. ".repeat(5);
    const rare = Array.from({ length: 60 }, (_, index) => {
      const letters = String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26));
      return `a word${letters} here.`;
    }).join(" ");
    const entries = findVocabulary(
      source({ cues: [{ startTime: 0, endTime: 90, text: common + rare }] }),
    );
    expect(entries).toHaveLength(40);
    expect(entries.map(({ word }) => word)).not.toContain("common");
  });

  test("has its sentences in both languages of a pair, as a page and as a table", () => {
    const html = render("vocabulary.html", { cues, secondary: spanish });
    expect(html).toContain(
      '<td lang="es" dir="ltr">El tribunal dijo que no, y el juez se fue a Texas.</td>',
    );
    expect(html).toContain('href="https://video.example/en/watch/part-one?t=2"');
    // Words of one sentence stand in one row.
    expect(html).toMatch(
      /<th scope="row">judge<br>\nsaid<br>\nwent<br>\ncourt<\/th><td>The court said no/,
    );
    const [head, ...rows] = render("vocabulary.csv", { cues, secondary: spanish }).split("\r\n");
    expect(head).toBe("\uFEFFword,en,es,start,url");
    expect(rows).toContain(
      'judge,"The court said no, and the judge went to Texas.","El tribunal dijo que no, y el juez se fue a Texas.",2,https://video.example/en/watch/part-one?t=2',
    );
  });
});

describe("cards", () => {
  test("are two columns without a header: the sentence without its word, and the word", () => {
    const rows = render("cards.csv", { cues, secondary: spanish }).split("\r\n");
    expect(rows).toContain(
      '"The court said no, and the _____ went to Texas.","judge – El tribunal dijo que no, y el juez se fue a Texas."',
    );
    expect(render("cards.csv", { cues })).toContain(",judge\r\n");
    expect(rows[0]?.startsWith("\uFEFF")).toBe(false);
  });

  test("leave out the word itself, not a part of another", () => {
    const text = "The apartment is in the other part.";
    const cards = render("cards.csv", { cues: [{ startTime: 0, endTime: 5, text }] });
    expect(cards).toContain("The apartment is in the other _____.,part\r\n");
  });
});

test.each([...lessonFormats.keys()])("hostile texts are escaped in .%s", (extension) => {
  const gaps = { every: 3, words: ["script"] };
  // A record has valid tags only.
  const film = { ...hostile, language: "en" };
  const written = render(extension, { ...film, options: { times: true, speakers: true, gaps } });
  if (!extension.endsWith("csv")) expect(written).not.toContain("<script");
  if (extension.endsWith("docx")) expect(XMLValidator.validate(written)).toBe(true);
});

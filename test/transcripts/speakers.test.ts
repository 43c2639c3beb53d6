import { describe, expect, test } from "vitest";
import { paragraphText } from "../../src/captions/join-lines.ts";
import type { SpeakerSetting } from "../../src/captions/spoken/habit.ts";
import { transcriptFromCues } from "../../src/transcripts/paragraphs.ts";

/** The paragraphs of consecutive cues of two seconds, as `speaker: text`. */
function prose(texts: readonly string[], setting?: SpeakerSetting): string[] {
  const cues = texts.map((text, at) => ({ startTime: at * 2, endTime: at * 2 + 2, text }));
  return transcriptFromCues(cues, [], setting).paragraphs.map((paragraph) => {
    const speaker = paragraph.speaker === undefined ? "" : `${paragraph.speaker} | `;
    return speaker + paragraphText(paragraph);
  });
}

describe("signs that the speaker changes", () => {
  test("are voices, chevrons with and without a name, and dashes", () => {
    expect(
      prose([
        "<v Speaker A>The landlord came at nine.</v>\n<v Speaker B> ―And he left at ten.</v>",
        ">> AUDIENCE: Sit down!\n[laughter]\n>> Please, go on.",
        "- One dash.\n- Another dash.",
      ]),
    ).toEqual([
      "Speaker A | The landlord came at nine.",
      "Speaker B | And he left at ten.",
      "AUDIENCE | Sit down!",
      "[laughter]",
      "Please, go on.",
      "One dash.",
      "Another dash.",
    ]);
  });

  test.each([
    [
      ["&gt;&gt; Yes.", "&gt;&gt;&gt; Next."],
      ["Yes.", "Next."],
    ],
    [["So it is. >> No."], ["So it is.", "No."]],
    [["–Hola.\n–Adiós."], ["Hola.", "Adiós."]],
    [["- Who came\nat nine?\n- He did."], ["Who came at nine?", "He did."]],
    [
      [">> MAYOR: Thank you.", ">> Yes.", "Go on."],
      ["MAYOR | Thank you.", "Yes. Go on."],
    ],
  ])("%j", (texts, paragraphs) => {
    expect(prose(texts)).toEqual(paragraphs);
  });

  test.each([
    [["We went", "—and so did they."], "We went —and so did they."],
    [["It was", "-5 degrees."], "It was -5 degrees."],
    [["We went", "-- all of us."], "We went -- all of us."],
    [["5 > 3"], "5 > 3"],
  ])("aren't in %j", (texts, paragraph) => {
    expect(prose(texts)).toEqual([paragraph]);
  });
});

describe("names at the start of cues", () => {
  test.each([
    [["ANA: Hi.", "I am here.", "BEN: Hello.", "ANA: Bye."]],
    [["[ANA]: Hi.", "I am here.", "[BEN]: Hello.", "[ANA]: Bye."]],
    [["(ANA) Hi.", "I am here.", "(BEN) Hello.", "(ANA) Bye."]],
    [["ANA:\nHi.", "I am here.", "BEN: Hello.", "ANA:", "Bye."]],
    [["- ANA: Hi.", "I am here.", "- BEN: Hello.", "- ANA: Bye."]],
  ])("are speakers if the film has them throughout: %j", (texts) => {
    expect(prose(texts)).toEqual(["ANA | Hi. I am here.", "BEN | Hello.", "ANA | Bye."]);
  });

  test("are speakers in any script, and with labels of programs", () => {
    expect(prose(["[SPEAKER_00]: Hi.", "[SPEAKER_00]: So.", "[SPEAKER_01]: Yes."])).toEqual([
      "SPEAKER_00 | Hi. So.",
      "SPEAKER_01 | Yes.",
    ]);
    expect(prose(["سارة: مرحبا", "علي: أهلا", "سارة: شكرا"])).toEqual([
      "سارة | مرحبا",
      "علي | أهلا",
      "سارة | شكرا",
    ]);
    expect(prose(["Ana de la Paz: Hi.", "Dr. Lý: Chào.", "Ana de la Paz: So."])[1]).toBe(
      "Dr. Lý | Chào.",
    );
  });

  test("are speakers if they are used once, beside others", () => {
    const film = [
      "Maria Lopez: Good evening.",
      "Welcome.",
      "John O'Brien: Thanks.",
      "Maria Lopez: So.",
    ];
    expect(prose(film)).toEqual([
      "Maria Lopez | Good evening. Welcome.",
      "John O'Brien | Thanks.",
      "Maria Lopez | So.",
    ]);
  });

  test("don't continue if only one person is named: the others are not", () => {
    const film = ["HOST: Where were you born?", "In Huế.", "HOST: When?", "In 1968.", "HOST: Why?"];
    expect(prose(film)).toEqual([
      "HOST | Where were you born?",
      "In Huế.",
      "HOST | When?",
      "In 1968.",
      "HOST | Why?",
    ]);
  });

  test.each([
    [["[speaker_00]: Hi.", "[speaker_01] Yes.", "[speaker_00]: So."], "speaker_01 | Yes."],
    [["[Ana] Hi there.", "[Ben] Yes.", "[Ana] Bye."], "Ben | Yes."],
    [["李明：你好。", "王芳：你好。", "李明：再见。"], "王芳 | 你好。"],
    [["<i>ANA: Hi.</i>", "<b>BEN:</b> Yes.", "ANA: So."], "BEN | Yes."],
  ])("are read in %j", (texts, second) => {
    expect(prose(texts)[1]).toBe(second);
  });

  test.each([
    [["We came here.", "NOTE: bring your papers.", "And your keys.", "Thank you."]],
    [["We came here.", "One thing: wait.", "Then go.", "Remember: wait."]],
    [["(APPLAUSE) Thank you.", "(LAUGHS) Yes.", "(APPLAUSE) Again."]],
    [["At 10:30 we left.", "10:45: nobody.", "11:00: nobody.", "Https://x.org"]],
  ])("are text otherwise: %j", (texts) => {
    expect(prose(texts)).toEqual([texts.join(" ")]);
  });

  test("are switched and renamed by the manifest", () => {
    const film = ["[SPEAKER_00]: Hi.", "[SPEAKER_01]: Yes.", "[SPEAKER_00]: Bye."];
    expect(prose(film, { names: { SPEAKER_00: "Ana" } })).toEqual([
      "Ana | Hi.",
      "SPEAKER_01 | Yes.",
      "Ana | Bye.",
    ]);
    expect(prose(film, { labels: false })).toEqual([film.join(" ")]);
    expect(prose(["We came.", "Ana: Hi."], { labels: true })).toEqual(["We came.", "Ana | Hi."]);
    expect(prose(["We came.", "Ana: Hi."], { names: { Ana: "Ana Paz" } })).toEqual([
      "We came.",
      "Ana Paz | Hi.",
    ]);
    expect(prose(["<v S1>Hi.", ">> S2: Yes."], { names: { S1: "Ana", S2: "Ben" } })).toEqual([
      "Ana | Hi.",
      "Ben | Yes.",
    ]);
  });
});

test("a town hall is a paragraph for each speaker", () => {
  const names = ["MAYOR", "MRS. CHEN", "AUDIENCE", "MAYOR", "MRS. CHEN"];
  const cues = names.flatMap((name) => [`>> ${name}: I have a question.`, "It is a long one."]);
  expect(prose(cues)).toEqual(
    names.map((name) => `${name} | I have a question. It is a long one.`),
  );
});

import { expect, test } from "vitest";
import { toSearchResult } from "../../../src/api/public/search-results.ts";
import { defaultNeighbours } from "../../../src/i18n/fallback.ts";
import type { DocumentRecord } from "../../../src/records/schema/record.ts";
import { parseSearchQuery } from "../../../src/search/query/query.ts";
import { searchWorks } from "../../../src/storage/search/search.ts";
import { file, openLimitedLibrary } from "../../limits/library.ts";

/** A text, what a reader types, and what is marked. */
const words: readonly (readonly [language: string, text: string, query: string, marked: string])[] =
  [
    ["el", "Ἡ ὁδὸς τῆς Ἀθήνας καὶ τῷ ἀνθρώπῳ", "ανθρωπω", "ἀνθρώπῳ"],
    ["el", "Ἡ ὁδὸς τῆς Ἀθήνας", "οδός", "ὁδὸς"],
    ["el", "Η οδός της Αθήνας", "ὁδὸς", "οδός"],
    ["hi", "हिंदी में स्वागत है", "हिन्दी", "हिंदी"],
    ["hi", "हिन्दी में स्वागत है", "हिंदी", "हिन्दी"],
    ["hi", "हिन्दी में स्वागत है", "हिं", "हिन्दी"],
    ["hi", "सम्बन्ध और पञ्जाब", "संबंध पंजाब", "सम्बन्ध पञ्जाब"],
    ["hi", "क़ानून और ज़मीन", "कानून", "क़ानून"],
    ["hi", "कानून और जमीन", "ज़मीन", "जमीन"],
    ["hi", "वहाँ चाँद है", "चांद", "चाँद"],
    ["ne", "राष्ट्रिय सङ्घ", "संघ", "सङ्घ"],
    ["gu", "હિન્દી ભાષા", "હિંદી", "હિન્દી"],
    ["fa", "من می‌خواهم بمانم", "می خواهم", "می‌خواهم"],
    ["fa", "من می‌خواهم بمانم", "میخواهم", "می‌خواهم"],
    ["fa", "من میخواهم بمانم", "می‌خواهم", "میخواهم"],
    ["fa", "من میخواهم بمانم", "می خواهم", "میخواهم"],
    ["fa", "من می خواهم بمانم", "میخواهم", "می خواهم"],
    ["fa", "کتاب‌های ما", "کتابهای", "کتاب‌های"],
    ["fa", "کتابهای ما", "کتاب های", "کتابهای"],
    ["fa", "کتابهای ما", "كتاب‌هاي", "کتابهای"],
    ["fa", "خانۀ ما", "خانه", "خانۀ"],
    ["ar", "مسؤول في الهيئة", "مسوول", "مسؤول"],
    ["ha", "Ɓangare ɗaya ƙasa", "kasa", "ƙasa"],
    ["de", "GROẞE Straße", "grosse strasse", "GROẞE Straße"],
    ["en", "𝗕𝗼𝗹𝗱 text", "bold", "Bold"],
    ["en", "the re-entry of", "reentry", "re-entry"],
    ["en", "the reentry of", "Re-entry", "reentry"],
    ["en", "the re‑entry of", "re-entr", "re‑entry"],
    ["en", "email us", "e-mail", "email"],
    ["en", "e-mail us", "email", "e-mail"],
    ["es", "La lucha antiinmigrante", "anti-inmigrante", "antiinmigrante"],
    ["es", "En EE. UU. hay", "EEUU", "EE. UU"],
    ["es", "En EEUU hay", "EE.UU.", "EEUU"],
    ["en", "U.S. law and D.A.C.A.", "US law", "U.S law"],
    ["en", "U.S. law and DACA", "D.A.C.A.", "DACA"],
    ["vi", "Cũng có cửa di cư", "di cu", "di cư"],
    ["vi", "Thực ra thư này", "thu", "thư"],
    ["en", "A portable port", "port", "port"],
    ["en", "A portable one", "port", "portable"],
    ["en", "Section 287(g) and Form I-94", "287g i94", "287(g I-94"],
  ];

const library = openLimitedLibrary();

test.each(words.map((row, index) => [...row, `t${index}`] as const))(
  "in %s, “%s” is found by “%s”",
  async (language, body, query, marked, slug) => {
    const record: DocumentRecord = {
      kind: "Document",
      slug,
      inLanguage: language,
      status: "published",
      datePublished: "2026-01-01",
      name: { [language]: "…" },
      texts: [{ inLanguage: language, file: file("md") }],
    };
    await library.publish(record, [{ language, format: "markdown", body }]);
    const { hits } = await searchWorks(library.database, {
      terms: parseSearchQuery(query),
      language: "en",
      limit: 2,
      now: "2026-11-25T00:00:00.000Z",
      work: slug,
    });
    const found = hits.flatMap(
      (hit) => toSearchResult(hit, "en", defaultNeighbours, query).passages,
    );
    const marks = found.flatMap(({ pieces }) => pieces).filter(({ hit }) => hit);
    expect(marks.map(({ text }) => text).join(" ")).toBe(marked);
  },
);

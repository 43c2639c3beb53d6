import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { undoneChanges } from "../../../src/records/diff/undone.ts";
import type { DocumentRecord } from "../../../src/records/schema/record.ts";

const file = { sha256: "a".repeat(64), extension: "md", size: 1 } as const;

function document(changes: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    kind: "Document",
    slug: "paper",
    inLanguage: "en",
    status: "published",
    name: { en: "Title" },
    texts: [{ inLanguage: "en", file }],
    ...changes,
  };
}

const fieldsOf = (...records: [DocumentRecord, DocumentRecord, DocumentRecord]) =>
  undoneChanges(...records).map(({ field, language, which }) =>
    [language, field, which].filter(Boolean).join(" "),
  );

describe("a record undoes a later change", () => {
  const base = document();

  test("where it has the older value, or a third one", () => {
    const current = document({ name: { en: "Later", es: "Título" } });
    expect(fieldsOf(base, current, base)).toEqual(["en name", "es name"]);
    expect(fieldsOf(base, current, document({ name: { en: "Third" } }))).toEqual([
      "en name",
      "es name",
    ]);
  });

  test("not where it has the later value, or where nothing changed since", () => {
    const current = document({ name: { en: "Later" } });
    const record = document({ name: { en: "Later" }, keywords: ["law"] });
    expect(fieldsOf(base, current, record)).toEqual([]);
    expect(fieldsOf(base, base, record)).toEqual([]);
  });

  test("item by item in lists, and where only their order changed", () => {
    const items = (...keywords: string[]) => document({ keywords });
    expect(fieldsOf(items("a"), items("a", "b"), items("a", "c"))).toEqual(["keywords b"]);
    expect(fieldsOf(items("a"), items("a", "b"), items("a", "b", "c"))).toEqual([]);
    expect(fieldsOf(items("a", "b"), items("b", "a"), items("a", "b", "c"))).toEqual([
      "keywords the order",
    ]);
  });
});

test("publishing undoes nothing exactly if each later change is still there", () => {
  const names = fc.dictionary(fc.constantFrom("en", "es", "vi"), fc.constantFrom("A", "B", "C"), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(names, names, names, (before, now, wanted) => {
      const languages = ["en", "es", "vi"].filter(
        (language) => before[language] !== now[language] && wanted[language] !== now[language],
      );
      const records = [before, now, wanted].map((name) => document({ name }));
      const [base, current, record] = records as [DocumentRecord, DocumentRecord, DocumentRecord];
      const undone = undoneChanges(base, current, record).map(({ language }) => language);
      expect(undone.sort()).toEqual(languages);
    }),
  );
});

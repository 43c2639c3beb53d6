import { describe, expect, test } from "vitest";
import { nameOfLanguageIn } from "../../src/i18n/names.ts";
import { ar } from "../../src/i18n/strings/ar.ts";
import { es } from "../../src/i18n/strings/es.ts";
import { vi } from "../../src/i18n/strings/vi.ts";
import { aboutPagesIn } from "../../src/pages/about/texts.ts";
import { lazy as lazyAr, ar as playerAr } from "../../src/player/strings/ar.ts";
import { es as playerEs } from "../../src/player/strings/es.ts";
import { lazy as lazyVi, vi as playerVi } from "../../src/player/strings/vi.ts";

/** All texts of some strings, functions without what they are given. */
function textsOf(strings: object): string {
  return Object.values(strings)
    .map((value: unknown) =>
      typeof value === "object" && value !== null ? textsOf(value) : String(value),
    )
    .join("\n");
}

// What a careful bilingual reader corrected: the wording that must stay.
test.each([
  [es.searchAll, "Buscar en toda la biblioteca"],
  [vi.searchAll, "Tìm trong toàn thư viện"],
  [es.download, "Para descargar"],
  [es.correctedOn("3 de mayo"), "Corrección del 3 de mayo"],
  [es.inLanguage("inglés"), "En inglés"],
  [vi.inLanguage(nameOfLanguageIn("en", "vi")), "Bằng tiếng Anh"],
  [vi.textLanguage(nameOfLanguageIn("es", "vi")), "Văn bản này bằng tiếng Tây Ban Nha."],
  [ar.inLanguage("الإنجليزية"), "باللغة الإنجليزية"],
  [ar.listSeparator, "، "],
  [playerEs.shortcuts.jump, "A cada décima parte de la película: 5 es la mitad"],
  [playerAr.captions, "النص على الشاشة"],
])("%j is said as it was corrected", (shown, corrected) => {
  expect(shown).toBe(corrected);
});

describe("what was corrected doesn't come back", () => {
  const texts = {
    es: `${textsOf(es)}\n${textsOf(playerEs)}\n${textsOf(aboutPagesIn("es"))}`,
    vi: `${textsOf(vi)}\n${textsOf(playerVi)}\n${textsOf(lazyVi)}\n${textsOf(aboutPagesIn("vi"))}`,
    ar: `${textsOf(ar)}\n${textsOf(playerAr)}\n${textsOf(lazyAr)}\n${textsOf(aboutPagesIn("ar"))}`,
  };

  test.each([
    ["es", /Para llevar|Bueno saberlo|quién la mira|acentos y las tildes|A un décimo|“/],
    ["vi", /được hỏi từ|có thể tin cậy vào|(?<![\p{L}])[Bb]ạn(?![\p{L}])|bằng Tiếng/u],
    // Polite plural throughout: no order to one person. `ربطها` is tying something up.
    [
      "ar",
      /(?<!\p{L})(?:انسخ|اضغط|افتح|اختر|ابحث|اقرأ|أضف|حاول|تذكّر|شغّل|لغتك|صفحتك|جهازك)(?!\p{L})|ربطها/u,
    ],
    ["ar", /هكذا تبدو الترجمة/],
  ] as const)("in %s: %s", (language, wrong) => {
    expect(texts[language].match(wrong)?.[0]).toBeUndefined();
  });
});

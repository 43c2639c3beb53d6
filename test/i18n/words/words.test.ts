import { expect, test } from "vitest";
import { roleIn } from "../../../src/i18n/words/roles.ts";
import { topicIn } from "../../../src/i18n/words/topics.ts";

test("a role is said in the reader's language, however the manifest capitalizes it", () => {
  expect(roleIn("Narrator ", "es", "en")).toEqual({ value: "Narración", language: "es" });
  expect(roleIn("narrator", "vi-VN", "es")).toEqual({ value: "Người dẫn chuyện", language: "vi" });
  expect(roleIn("narrator", "ar", "en").language).toBe("ar");
  expect(roleIn("Narrator", "en", "es")).toEqual({ value: "Narrator", language: "en" });
});

test("a role that isn't known stays as written, in the work's language", () => {
  expect(roleIn("Guionista", "vi", "es")).toEqual({ value: "Guionista", language: "es" });
  expect(roleIn("constructor", "es", "en")).toEqual({ value: "constructor", language: "en" });
});

test("a topic that the library comes with is said in the reader's language", () => {
  expect(topicIn("Re-entry", "es", "en")).toEqual({ value: "Reinserción", language: "es" });
  expect(topicIn("detention", "ar", "en")).toEqual({ value: "الاحتجاز", language: "ar" });
});

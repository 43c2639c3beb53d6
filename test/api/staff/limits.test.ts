import { beforeAll, describe, expect, test } from "vitest";
import type { LibraryItem } from "../../../src/records/schema/record.ts";
import { ask, jsonOf } from "../../support/ask.ts";
import {
  countRows,
  document,
  episode,
  staffToken,
  storeFile,
  track,
} from "../../support/library.ts";

beforeAll(async () => {
  await staffToken("secret");
});

/** Expects that a record is rejected, and nothing written. @returns the problem's detail */
async function detailOf(record: LibraryItem): Promise<unknown> {
  const before = await countRows();
  const response = await ask(`/api/v1/staff/works/${record.slug}`, {
    method: "PUT",
    headers: { Authorization: "Bearer secret", "If-None-Match": "*" },
    body: JSON.stringify(record),
  });
  expect(response.status).toBe(422);
  const problem = await jsonOf(response);
  expect(problem.type).toMatch(/#invalid-record$/);
  expect(await countRows()).toEqual(before);
  return problem.detail;
}

describe("a record that is too large is rejected", () => {
  test("with the size and the bound of the field", async () => {
    const record = await episode("large", { name: { en: "x".repeat(1_250_000) } });
    expect(await detailOf(record)).toBe(
      "name.en: is 1,250,000 characters long; at most 1,000 are allowed: shorten it; (the whole body): the record is 1,250,979 bytes large; at most 1,000,000 are allowed: shorten it, or divide the work into parts",
    );
  });

  test("with the size of its captions, and of its Markdown", async () => {
    // Quotation marks take two bytes in the row of a text.
    const captions = `WEBVTT\n\n00:01.000 --> 00:02.000\n${'"'.repeat(1_000_000)}\n`;
    const film = await episode("large-captions", {
      captions: [await track("en", captions, "captions")],
    });
    expect(await detailOf(film)).toMatch(
      /^large-captions: the caption file in en is 2,000,\d{3} bytes large; at most 1,900,000 are allowed/,
    );
    const texts = [{ inLanguage: "en", file: await storeFile("x".repeat(1_900_001), "md") }];
    expect(await detailOf(await document("large-text", { texts }))).toMatch(
      /^large-text: the text in en is 1,900,001 bytes large/,
    );
  });
});

import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { isForgottenPdfError, readPdfPages } from "../../../src/files/documents/pdf-pages.ts";
import { makeEncryptedPdf, makePdf } from "../../support/pdf.ts";

const bounds = { maxPages: 100, maxLength: 100_000 };

test("a PDF's pages give their text, page by page", async () => {
  const pdf = makePdf([["Know your rights", "at the door"], [], ["Bond hearings (2021)"]]);
  expect(await readPdfPages(pdf, bounds)).toEqual({
    pages: ["Know your rights\nat the door", "", "Bond hearings (2021)"],
    rightToLeft: 0,
    isCut: false,
  });
});

test("a word that the end of a line divides is one word, with a soft hyphen", async () => {
  const read = await readPdfPages(makePdf([["the immi-", "gration court, I-", "94"]]), bounds);
  expect(read).toMatchObject({ pages: ["the immi\u00ADgration court, I-\n94"] });
});

test("words of a right-to-left script are left out, and their share is told", async () => {
  // As Chromium writes them: presentation forms, the last letter first.
  const characters = { 61: "\uFE8F", 62: "\uFE8E", 63: "\uFE92", 64: "\uFEDF", 65: "\u05D0" };
  const read = await readPdfPages(makePdf([["abcd e ICE 287(g)"]], { characters }), bounds);
  expect(read).toMatchObject({ pages: ["ICE 287(g)"] });
  expect(read).toHaveProperty("rightToLeft", 5 / 9);
});

test("characters without a meaning are left out", async () => {
  const characters = { 61: "\uE001", 62: "\uFFFD", 63: "\u0000" };
  const read = await readPdfPages(makePdf([["abc"]], { characters }), bounds);
  expect(read).toMatchObject({ pages: [""], rightToLeft: 0 });
});

test("no more than the first pages is read of a long PDF", async () => {
  const pdf = makePdf(["one", "two", "three"].map((word) => [word]));
  const cut = { pages: ["one", "two"], isCut: true };
  expect(await readPdfPages(pdf.slice(), { ...bounds, maxPages: 2 })).toMatchObject(cut);
  expect(await readPdfPages(pdf.slice(), { ...bounds, maxLength: 7 })).toMatchObject(cut);
});

test("a PDF that asks for a password is told apart from a broken one", async () => {
  expect(await readPdfPages(makeEncryptedPdf(), bounds)).toEqual({ problem: "encrypted" });
  const broken = await readPdfPages(new TextEncoder().encode("%PDF-1.7\n%%EOF"), bounds);
  expect(broken).toEqual({ problem: "broken", why: "Invalid PDF structure" });
});

test("damaged bytes never throw, and what the reader forgets to catch is known", {
  timeout: 60_000,
}, async () => {
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  const unknown: unknown[] = [];
  process.on("unhandledRejection", (error) => {
    if (!isForgottenPdfError(error)) unknown.push(error);
  });
  onTestFinished(() => {
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  });
  const pdf = makePdf([["Know your rights"], ["at the door"]]);
  const damage = fc.array(fc.tuple(fc.nat(pdf.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(pdf.length), async (changes, length) => {
      const damaged = pdf.slice();
      for (const [place, byte] of changes) damaged[place] = byte;
      await readPdfPages(damaged.slice(0, length + 1), bounds);
      await readPdfPages(damaged, bounds);
    }),
    { numRuns: 20 },
  );
  // Node tells of a rejection after the microtasks in which it happens.
  await new Promise((resolve) => setImmediate(resolve));
  expect(unknown).toEqual([]);
});

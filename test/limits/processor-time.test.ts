import { describe, expect, test } from "vitest";
import {
  parseChecksum,
  parseCount,
  parseFileMetadata,
  parseMetadata,
} from "../../src/api/uploads/headers.ts";
import { parseCueText } from "../../src/captions/webvtt/cue-text.ts";
import { plainText, speakersOf } from "../../src/captions/webvtt/plain-text.ts";
import { networkOf } from "../../src/delivery/http/client-network.ts";
import { matchesEtag } from "../../src/delivery/http/conditional.ts";
import { attachmentDisposition } from "../../src/delivery/http/disposition.ts";
import { parseRange } from "../../src/delivery/range.ts";
import { identifyFormat } from "../../src/files/identify.ts";
import { negotiateLanguage } from "../../src/i18n/negotiate.ts";
import { canonicalTag } from "../../src/i18n/tag.ts";
import { readManifest } from "../../src/manifest/read.ts";
import { requestedName } from "../../src/records/file-name.ts";
import { findNames, indexNames } from "../../src/records/mentions/find-names.ts";
import { parseMoment } from "../../src/records/moment.ts";
import { distinctWords, fold } from "../../src/search/fold.ts";
import { parseSearchQuery } from "../../src/search/query/query.ts";
import { stemFacets } from "../../src/search/stems/stems.ts";
import { parseWorkAddress } from "../../src/syndication/oembed/address.ts";
import { expectTimeInProportion, type RepeatedText, repeatTo } from "../support/processor-time.ts";

/** An address with the text in its path and its fragment. */
function readAddress(text: string): void {
  const host = "library.example";
  const path = encodeURIComponent(text).replaceAll("%2C", ",");
  parseWorkAddress(new URL(`https://${host}/en/watch/${path}?t=${path}#t=${path}`), host);
}

/** Whatever reads text from outside, captions and Markdown apart, whose own folders test them. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "a range": parseRange,
  "a list of entity tags": (text) => matchesEtag(text, '"a"'),
  "preferred languages": negotiateLanguage,
  "a language tag": canonicalTag,
  "a moment": parseMoment,
  "a network": networkOf,
  "a name for a download": requestedName,
  "a header for a download": (text) => attachmentDisposition(requestedName(text), "webm"),
  "a work's address": readAddress,
  "a query": parseSearchQuery,
  "words to be found": fold,
  "words with stems": (text) =>
    ["en", "es", "ar"].map((language) => stemFacets(distinctWords(text), language)),
  "a name that isn't public": (text) => indexNames([text]),
  "a text that may have names": (text) =>
    findNames([{ text, start: 0 }], indexNames(["Ana María López", "An"])),
  "a cue": (text) => [parseCueText(text), plainText(text), speakersOf(text)],
  "an upload's metadata": (text) => [parseMetadata(text), parseFileMetadata(text)],
  "an upload's checksum": parseChecksum,
  "an upload's length": parseCount,
};

/** Texts on which patterns that can match in several ways take quadratic time or worse. */
const texts: readonly RepeatedText[] = [
  ["", ".", "x"],
  ["bytes=", "1", "x"],
  ["", " ", "x"],
  ["a", "-", "é"],
  ["", '"', ""],
  ["(", "[(", ""],
  ["", "W/", '"'],
  ["en", "-x", ","],
  ["é", "đé", "a"],
  ["", "<v A", ">"],
  ["", "&#", ";"],
  ["", "1:", "s"],
  ["", "a YQ==,", "="],
];

/** Texts for a manifest. */
const yamlTexts: readonly RepeatedText[] = [
  ["", '"', ""],
  ["", ".", "x"],
  ["kind: Episode\nname:\n  en: ", " -", "x"],
  ["", "}", ""],
  ["", "]\n", ""],
  ["", "*a ", ""],
  ["", "&a ", ""],
  ["", "a: 1\n", ""],
  ["", "|\n", ""],
  ["", "\t", ""],
  ["kind: Episode\ncaptions:\n", "  - { file: a.vtt, inLanguage: en }\n", ""],
];

describe.each(Object.entries(readers))(
  "%s is read in time in proportion to its length",
  (_, read) => {
    test.each(texts)("for %j, then %j repeated, then %j", (...text) => {
      expectTimeInProportion((length) => read(repeatTo(length, text)));
    });
  },
);

test.each(yamlTexts)(
  "a manifest is read in time in proportion to its length: %j, then %j repeated",
  (...text) => {
    expectTimeInProportion((length) => readManifest("episode.yaml", repeatTo(length, text)), 1000);
  },
);

test.each(["? ", "- - ", "{a: ", "["])(
  "a manifest that is nested thousands of times is an error: %j",
  (opening) => {
    const { manifest, problems } = readManifest("episode.yaml", opening.repeat(1500));
    expect(manifest).toBeUndefined();
    const messages = problems.map(({ message }) => message).join("\n");
    expect(messages).not.toBe("");
    expect(messages).not.toContain("call stack");
  },
);

test("marks without a letter are read in time in proportion to their number", () => {
  // Unicode's normal forms sort the marks of a letter, which takes quadratic time.
  expectTimeInProportion((length) => requestedName("\u064b\u0301".repeat(length)));
});

test("a manifest with many fields is read in time in proportion to their number", () => {
  expectTimeInProportion((count) => {
    const fields = Array.from({ length: count }, (_, index) => `field${index}: 1\n`);
    readManifest("episode.yaml", fields.join(""));
  }, 1000);
});

test("a file that begins with many comments is identified in time in proportion to their number", () => {
  // Divided in all ways, 20 comments of this kind take twice as long as 19, and the 140 of this file take forever.
  for (const comment of ["<!---->", "<!--->-->", "<!-- -->\n", "<!--"]) {
    expectTimeInProportion((length) => {
      identifyFormat(new TextEncoder().encode(comment.repeat(length)).subarray(0, 1024));
    }, 100);
  }
});

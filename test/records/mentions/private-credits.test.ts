import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findNamesInFields,
  privateNamesOf,
} from "../../../src/records/mentions/private-credits.ts";
import { textBlobsOf } from "../../../src/records/mentions/text-blobs.ts";
import { film, paper } from "../works.ts";

const hidden = { name: "Ana Morales", role: "participant", public: false };

const pathsIn = (item: object) =>
  findNamesInFields(item, privateNamesOf(item).forbidden).map(({ path }) => path.join("."));

describe("the name of a credit that isn't public", () => {
  it("is found in every text field of a work", () => {
    const name = { en: "By Ana Morales" };
    const work = {
      ...film,
      name,
      description: name,
      contentWarning: name,
      copyrightHolder: "Ana Morales",
      keywords: ["asylum", "ana morales"],
      license: "LicenseRef-Ana-Morales",
      related: ["letter-to-ana-morales"],
      withdrawalNotice: name,
      poster: { ...film.poster, alt: name },
      chapters: [{ start: 0, name }],
      captions: [{ ...film.captions[0], translator: "Ana Morales" }],
      attachments: [{ ...film.attachments[0], name }],
      credits: [
        hidden,
        { name: "Ana Morales", role: "narrator" },
        { name: "X", role: "Ana Morales" },
      ],
    };
    expect(pathsIn(work).sort()).toEqual([
      "attachments.0.name.en",
      "captions.0.translator",
      "chapters.0.name.en",
      "contentWarning.en",
      "copyrightHolder",
      "credits.1.name",
      "credits.2.role",
      "description.en",
      "keywords.1",
      "license",
      "name.en",
      "poster.alt.en",
      "related.0",
      "withdrawalNotice.en",
    ]);
  });

  it("is found in the names of speakers, also those in the caption file", () => {
    const speakers = { SPEAKER_00: "Ana Morales", "ANA MORALES": "Someone", B: "Ben" };
    const captions = [{ ...film.captions[0], speakers }];
    expect(pathsIn({ ...film, captions, credits: [hidden] })).toEqual([
      "captions.0.speakers.SPEAKER_00",
      "captions.0.speakers.ANA MORALES",
    ]);
  });

  it("is found in a field that doesn't exist yet", () => {
    const text = fc.constantFrom("Ana Morales", "ANA MORALES", "“Ana\nMorales”");
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), text, (field, value) => {
        fc.pre(!["kind", "mode", "origin", "status", "codecs", "credits"].includes(field));
        expect(pathsIn({ credits: [hidden], [field]: { en: [value] } })).toEqual([`${field}.en.0`]);
      }),
    );
  });

  it("may be in other credits that aren't public", () => {
    const again = { ...hidden, role: "friend of Ana Morales" };
    expect(pathsIn({ ...film, credits: [hidden, again] })).toEqual([]);
  });

  it("may be elsewhere if its credit says allowMentions: true, in all credits with the name", () => {
    const allowed = { ...hidden, allowMentions: true };
    const work = { ...film, name: { en: "Ana Morales" } };
    expect(pathsIn({ ...work, credits: [allowed] })).toEqual([]);
    expect(pathsIn({ ...work, credits: [allowed, hidden] })).toEqual(["name.en"]);
    const names = privateNamesOf({ ...work, credits: [allowed] }).allowed;
    expect(findNamesInFields(work, names)).toHaveLength(1);
  });

  it("isn't a language, a kind or a digest", () => {
    const names = ["Vi", "Episode", "Published", "Human", "Webm"];
    const credits = names.map((name) => ({ name, role: "participant", public: false }));
    expect(pathsIn({ ...film, credits, name: { vi: "Phim" } })).toEqual([]);
  });

  it("is no problem if it is a public credit's, or if there are no credits", () => {
    expect(pathsIn({ ...film, name: { en: "Ana" } })).toEqual([]);
    expect(pathsIn({ ...paper, credits: [{ ...hidden, public: true }] })).toEqual([]);
  });

  it("of a value of any shape gives no exception", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, credits) => {
        pathsIn({ value, credits: [credits, { public: false, name: value }] });
        privateNamesOf(value);
      }),
    );
  });
});

describe("the text files of a record", () => {
  it("are its captions, descriptions and Markdown, each once", () => {
    expect(textBlobsOf(film).map(({ path }) => path.join("."))).toEqual([
      "captions.0.file",
      "captions.1.file",
      "captions.2.file",
    ]);
    expect(textBlobsOf(paper).map(({ path }) => path.join("."))).toEqual([
      "texts.0.file",
      "texts.1.file",
    ]);
  });
});

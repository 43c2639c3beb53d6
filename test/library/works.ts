import type { DocumentRecord, EpisodeRecord } from "../../src/library/record.ts";

/** A digest made of one digit. */
const digest = (digit: string) => digit.repeat(64);
const file = (digit: string, extension: "webm" | "m4a" | "webp" | "vtt" | "pdf" | "md") => ({
  sha256: digest(digit),
  extension,
  size: 10,
});

/** An episode that names a file in every place where one may stand. */
export const film: EpisodeRecord = {
  kind: "Episode",
  slug: "film",
  inLanguage: "en",
  status: "published",
  datePublished: "2026-11-01",
  name: { en: "Film" },
  duration: 10,
  video: [{ ...file("1", "webm"), duration: 10, width: 640, height: 360, codecs: "vp9" }],
  audioOnly: { ...file("2", "m4a"), duration: 10 },
  poster: { file: file("3", "webp"), alt: { en: "A door." }, width: 640, height: 360 },
  captions: [
    { inLanguage: "es", kind: "subtitles", file: file("4", "vtt"), origin: "human", cues: 1 },
    { inLanguage: "en", kind: "captions", file: file("5", "vtt"), origin: "human", cues: 1 },
    { inLanguage: "vi", kind: "descriptions", file: file("6", "vtt"), origin: "human", cues: 1 },
  ],
  audioDescription: {
    mode: "file",
    file: { ...file("7", "m4a"), duration: 10 },
    inLanguage: "en",
  },
  chapters: [],
  attachments: [{ file: file("8", "pdf"), inLanguage: "en", name: { en: "Guide" } }],
  credits: [
    { name: "Ana", role: "narrator" },
    { name: "Binh", role: "participant", public: false },
  ],
};

export const paper: DocumentRecord = {
  kind: "Document",
  slug: "paper",
  inLanguage: "en",
  status: "published",
  name: { en: "Paper" },
  texts: [
    { inLanguage: "es", file: file("a", "md") },
    { inLanguage: "en", file: file("b", "md") },
    { inLanguage: "es", file: file("c", "pdf") },
  ],
};

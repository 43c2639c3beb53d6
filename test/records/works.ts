import type {
  DocumentRecord,
  EpisodeRecord,
  LibraryRecord,
  SeriesRecord,
} from "../../src/records/schema/record.ts";

/** A digest made of one digit. */
const digest = (digit: string) => digit.repeat(64);
type Extension = "webm" | "m4a" | "webp" | "jpg" | "png" | "vtt" | "pdf" | "md";
const file = (digit: string, extension: Extension) => ({
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
    {
      inLanguage: "es",
      kind: "subtitles",
      file: file("4", "vtt"),
      origin: "machine",
      translator: "T",
      stale: true,
      cues: 1,
    },
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

/** A library's own settings with every field that it may have. */
export const settings: LibraryRecord = {
  kind: "Library",
  slug: "library",
  inLanguage: "en",
  name: { en: "Library", es: "Videoteca" },
  description: { en: "Films." },
  notice: { en: "A line." },
  publisher: { name: { en: "Publisher" }, url: "https://example.org/" },
  logo: { file: file("d", "webp"), alt: { en: "A door." }, width: 96, height: 96 },
  podcastCover: { file: file("f", "jpg"), width: 1400, height: 1400 },
  accentColor: { light: "#9a3412", dark: "#f0a35c" },
  contact: "library@example.org",
  reportMistakes: "https://example.org/mistakes",
  interfaceLanguages: ["es", "en"],
  neighbours: { mam: ["es"] },
  footer: [{ name: { en: "About us" }, url: "https://example.org/about" }],
  footerText: { en: "A line at the foot." },
};

/** A series with every field that it may have. */
export const seasons: SeriesRecord = {
  kind: "Series",
  slug: "seasons",
  inLanguage: "en",
  status: "published",
  datePublished: "2026-11-01",
  name: { en: "Seasons" },
  description: { en: "Films in seasons." },
  podcastCover: { file: file("0", "png"), width: 3000, height: 3000 },
  seasons: [
    { season: 1, name: { en: "Winter" }, description: { en: "Cold." }, episodes: ["film"] },
    { season: 2, name: { en: "Spring" } },
  ],
};

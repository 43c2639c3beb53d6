import {
  defaultTranscriptOptions,
  type TranscriptSource,
} from "../../src/transcripts/formats/format.ts";
import { transcriptFormats } from "../../src/transcripts/formats/formats.ts";

/** The source of a transcript, with a test's changes. */
export function source(changes: Partial<TranscriptSource> = {}): TranscriptSource {
  return {
    name: "How Did We Get Here?",
    language: "en",
    languageName: "English",
    direction: "ltr",
    publisher: "Immigrant Justice Network",
    citation: "How Did We Get Here? · Immigrant Justice Network",
    options: defaultTranscriptOptions,
    watchUrl: "https://video.example/en/watch/part-one",
    origin: "human",
    cues: [
      { startTime: 0.5, endTime: 3, text: "[music]" },
      { startTime: 65, endTime: 67, text: "<v Ana>My name is Ana.\nI am" },
      { startTime: 67, endTime: 69, text: "<v Ana>from R&amp;D." },
    ],
    chapters: [
      { startTime: 0, name: "Opening" },
      { startTime: 60, name: "Ana" },
    ],
    labels: {
      transcript: "Transcript",
      source: "Film",
      machineMade: "Made by a machine",
      license: "License",
      translator: "Translator",
      published: "Published",
    },
    ...changes,
  };
}

/** The output of a format as text. */
export function render(extension: string, changes: Partial<TranscriptSource> = {}): string {
  const format = transcriptFormats.get(extension);
  if (format === undefined) throw new Error(`no format ${extension}`);
  const written = format.render(source(changes));
  return typeof written === "string" ? written : new TextDecoder().decode(written);
}

const HOSTILE = `"><script>alert('1')</script>\n-->\0&amp;`;

/** Names and texts that contain markup of every format. */
export const hostile: Partial<TranscriptSource> = {
  name: HOSTILE,
  language: '"><script>',
  languageName: HOSTILE,
  publisher: HOSTILE,
  citation: HOSTILE,
  license: HOSTILE,
  watchUrl: 'https://video.example/?a="><script>&b',
  origin: "machine",
  cues: [{ startTime: 0, endTime: 1, text: `<v ${HOSTILE}>${HOSTILE}&lt;script&gt;` }],
  chapters: [{ startTime: 0, name: HOSTILE }],
  labels: {
    transcript: HOSTILE,
    source: HOSTILE,
    machineMade: HOSTILE,
    license: HOSTILE,
    translator: HOSTILE,
    published: HOSTILE,
  },
};

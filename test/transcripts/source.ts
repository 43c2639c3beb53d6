import type { TranscriptSource } from "../../src/transcripts/format.ts";

/** A transcript's source, with what a test changes. */
export function source(changes: Partial<TranscriptSource> = {}): TranscriptSource {
  return {
    name: "How Did We Get Here?",
    language: "en",
    direction: "ltr",
    publisher: "Immigrant Justice Network",
    watchUrl: "https://video.example/en/watch/part-one",
    origin: "human",
    cues: [
      { startTime: 0.5, endTime: 3, text: "[music]" },
      { startTime: 65, endTime: 67, text: "<v Ana>My name is Ana.\nI am" },
      { startTime: 67, endTime: 69, text: "from R&amp;D." },
    ],
    chapters: [
      { startTime: 0, name: "Opening" },
      { startTime: 60, name: "Ana" },
    ],
    labels: { transcript: "Transcript", source: "Film", machineMade: "Made by a machine" },
    ...changes,
  };
}

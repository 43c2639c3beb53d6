import type { Language, Timeline } from "./types.ts";

type Cue = { start: number; end: number; text: string };

const NARRATOR = { en: "Narrator", es: "Narradora", vi: "Người dẫn chuyện" };
const SOUNDS = {
  en: ["[soft music]", "[music fades]"],
  es: ["[música suave]", "[la música se apaga]"],
  vi: ["[nhạc nhẹ]", "[nhạc nhỏ dần]"],
} as const;
const GAP = 0.08;
const LINGER = 1.2;

/** Cues of a language: each at the moment its words are spoken, staying a little where it can. */
export function cuesOf({ spoken, duration }: Timeline, language: Language): Cue[] {
  const cues: Cue[] = [];
  for (const [i, { line, start, end }] of spoken.entries()) {
    const next = spoken[i + 1]?.start ?? duration;
    const until = Math.min(end + LINGER, next - GAP);
    const before = cues.at(-1);
    if (line[language]) cues.push({ start, end: until, text: line[language] });
    else if (before) before.end = until;
  }
  const first = cues[0]?.start ?? 0;
  const last = cues.at(-1)?.end ?? 0;
  const [begins, fades] = SOUNDS[language];
  return [
    { start: 0.4, end: first - GAP, text: begins },
    ...cues,
    { start: last + GAP, end: duration - 0.2, text: fades },
  ];
}

/** What makes a cue hard to read: long lines, three lines, or more than 17 characters a second. */
export function faults(cues: Cue[]): string[] {
  return cues.flatMap(({ start, end, text }) => {
    const plain = text.replaceAll(/<[^>]+>/g, "");
    const lines = plain.split("\n");
    const speed = plain.replace("\n", " ").length / (end - start);
    return [
      ...(lines.length > 2 ? [`three lines: ${plain}`] : []),
      ...lines
        .filter((line) => line.length > 42)
        .map((line) => `${line.length} characters: ${line}`),
      ...(speed > 17 ? [`${speed.toFixed(1)} characters a second: ${plain}`] : []),
    ];
  });
}

export function webvtt(cues: Cue[], language: Language): string {
  const blocks = cues.map(({ start, end, text }) => {
    const voice = text.startsWith("[") ? "" : `<v ${NARRATOR[language]}>`;
    return `${clock(start, ".")} --> ${clock(end, ".")}\n${voice}${text}\n`;
  });
  return ["WEBVTT\n", ...blocks].join("\n");
}

/** SubRip has no voices: the first words name the narrator. */
export function subrip(cues: Cue[], language: Language): string {
  const firstWords = cues.findIndex(({ text }) => !text.startsWith("["));
  const label = `${NARRATOR[language].toUpperCase()}: `;
  return cues
    .map(
      ({ start, end, text }, i) =>
        `${i + 1}\n${clock(start, ",")} --> ${clock(end, ",")}\n${i === firstWords ? label : ""}${text}\n`,
    )
    .join("\n");
}

function clock(seconds: number, point: string): string {
  const ms = Math.round(seconds * 1000);
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const fraction = String(ms % 1000).padStart(3, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${point}${fraction}`;
}

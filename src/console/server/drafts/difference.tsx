import { parseWebVtt } from "../../../captions/webvtt/webvtt.ts";
import type { DraftPart } from "../../../records/languages/drafts.ts";
import { formatMoment } from "../../../records/moment.ts";
import { diffWords } from "../../../transcripts/difference.ts";
import type { ConsoleView } from "../layout.tsx";

/** How many changed lines a page shows. Our choice: a shift of all times changes each cue. */
const maxShown = 400;

interface ChangedLine {
  readonly sign: "+" | "-";
  readonly text: string;
}

/** What differs between two texts, line by line; of captions, cue by cue. */
export function changedLines(before: string, after: string, part: DraftPart): ChangedLine[] {
  const [old, now] = [linesOf(before, part), linesOf(after, part)];
  return diffWords(old, now).flatMap((difference) => [
    ...old.slice(...difference.before).map((text) => ({ sign: "-", text }) as const),
    ...now.slice(...difference.after).map((text) => ({ sign: "+", text }) as const),
  ]);
}

function linesOf(text: string, part: DraftPart): string[] {
  if (part === "text") return text.split("\n");
  return parseWebVtt(text).cues.map(
    (cue) =>
      `${formatMoment(cue.startTime)}–${formatMoment(cue.endTime)}  ${cue.text.replaceAll("\n", " / ")}`,
  );
}

/** Shows what differs between two texts. @param language the texts' own */
export function TextDifference({
  before,
  after,
  part,
  language,
  view: { strings },
}: {
  before: string;
  after: string;
  part: DraftPart;
  language: string;
  view: ConsoleView;
}) {
  const lines = changedLines(before, after, part);
  if (lines.length === 0) return <p>{strings.noDifference}</p>;
  return (
    <>
      <ul class="changes text-difference" lang={language}>
        {lines.slice(0, maxShown).map(({ sign, text }) => (
          <li>
            <span class="sign" aria-hidden="true">
              {sign === "+" ? "+" : "−"}
            </span>
            <span class="visually-hidden">{sign === "+" ? strings.added : strings.removed}</span>
            {sign === "+" ? <ins dir="auto">{text}</ins> : <del dir="auto">{text}</del>}
          </li>
        ))}
      </ul>
      {lines.length > maxShown && <p>{strings.moreLines(lines.length - maxShown)}</p>}
    </>
  );
}

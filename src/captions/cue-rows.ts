/** A cue as it is stored in the table `texts`: start and end in seconds, and the cue's text. */
export type CueRow = readonly [startTime: number, endTime: number, text: string];

/** Formats a track's cues as the JSON that `parseCueRows` parses. */
export function formatCueRows(
  cues: readonly { readonly startTime: number; readonly endTime: number; readonly text: string }[],
): string {
  return JSON.stringify(cues.map((cue): CueRow => [cue.startTime, cue.endTime, cue.text]));
}

/**
 * Parses the stored cues of a text. They are validated without a schema, because this is faster: a long
 * film has thousands of cues, and each of its pages parses them.
 * @throws TypeError if the JSON isn't a list of cues
 */
export function parseCueRows(json: string): CueRow[] {
  const rows: unknown = JSON.parse(json);
  if (!Array.isArray(rows) || !rows.every(isCueRow)) throw new TypeError("not a list of cues");
  return rows;
}

function isCueRow(row: unknown): row is CueRow {
  return (
    Array.isArray(row) &&
    typeof row[0] === "number" &&
    typeof row[1] === "number" &&
    typeof row[2] === "string"
  );
}

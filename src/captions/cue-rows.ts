/** A cue as the library stores it in a work's text: start and end in seconds, and the cue's text. */
export type CueRow = readonly [startTime: number, endTime: number, text: string];

/** Writes a track's cues as the JSON that `parseCueRows` reads. */
export function formatCueRows(
  cues: readonly { readonly startTime: number; readonly endTime: number; readonly text: string }[],
): string {
  return JSON.stringify(cues.map((cue): CueRow => [cue.startTime, cue.endTime, cue.text]));
}

/**
 * Reads a stored text's cues. Checked by hand rather than by a schema: a long film has thousands of cues,
 * and each of its pages reads them.
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

/** Merges two people's changes of one track, cue by cue and field by field. */
import { type CaptionsDocument, cuesOf, leadOf, newRow, type Side } from "./document.ts";
import { matchCues } from "./match.ts";
import { indexOfRow, withRows } from "./rows.ts";
import type { Track, TrackCue } from "./track.ts";

/**
 * A cue that both changed in different ways. Until somebody decides, the document has `mine`; a cue that was deleted
 * here is in it again, as `theirs`.
 */
export interface CueConflict {
  readonly rowId: string;
  readonly side: Side;
  readonly field: "text" | "times" | "cue";
  /** Undefined if it was deleted there. */
  readonly mine: TrackCue | undefined;
  readonly theirs: TrackCue | undefined;
}

export interface Merged {
  readonly document: CaptionsDocument;
  readonly conflicts: readonly CueConflict[];
}

/**
 * Takes over what somebody else changed in a side of a document.
 * @param base the track that both began from
 * @param theirs the same track with their changes
 */
export function mergeTrack(
  document: CaptionsDocument,
  side: Side,
  base: Track,
  theirs: Track,
): Merged {
  const mine = cuesOf(document, side);
  const mineByBase = new Map<number, { readonly rowId: string; readonly cue: TrackCue }>();
  const ofBase = matchCues(
    base.cues,
    mine.map(({ cue }) => cue),
  );
  for (const [index, placed] of mine.entries()) {
    const at = ofBase[index];
    if (at !== undefined) mineByBase.set(at, placed);
  }
  const theirMatches = matchCues(base.cues, theirs.cues);
  const conflicts: CueConflict[] = [];
  let merged = withHeader(document, side, base, theirs);
  const kept = new Set<number>();
  const known = new Set([...mineByBase.values()].map(({ rowId }) => rowId));
  const addedHere = new Set(mine.map(({ rowId }) => rowId).filter((rowId) => !known.has(rowId)));
  for (const [index, theirCue] of theirs.cues.entries()) {
    const at = theirMatches[index];
    const baseCue = at === undefined ? undefined : base.cues[at];
    if (at === undefined || baseCue === undefined) {
      merged = addCue(merged, side, theirCue, addedHere);
      continue;
    }
    kept.add(at);
    const placed = mineByBase.get(at);
    if (placed === undefined) {
      if (isSame(baseCue, theirCue)) continue; // Deleted here, unchanged there.
      const rowId = `r${merged.nextId}`;
      merged = addRow(merged, side, theirCue);
      conflicts.push({ rowId, side, field: "cue", mine: undefined, theirs: theirCue });
      continue;
    }
    const { rowId, cue } = placed;
    if (isSame(baseCue, theirCue) && baseCue.settings === theirCue.settings) continue;
    const [text, isTextConflict] = decide(baseCue.text, cue.text, theirCue.text);
    const [times, isTimesConflict] = decide(timesOf(baseCue), timesOf(cue), timesOf(theirCue));
    const [settings] = decide(baseCue.settings, cue.settings, theirCue.settings);
    const source = times === timesOf(theirCue) ? theirCue : cue;
    const { startTime, endTime } = source;
    merged = replaceCue(merged, rowId, side, {
      ...theirCue,
      startTime,
      endTime,
      text,
      settings,
    });
    if (isTextConflict) conflicts.push({ rowId, side, field: "text", mine: cue, theirs: theirCue });
    if (isTimesConflict) {
      conflicts.push({ rowId, side, field: "times", mine: cue, theirs: theirCue });
    }
  }
  for (const [at, baseCue] of base.cues.entries()) {
    const placed = mineByBase.get(at);
    if (kept.has(at) || placed === undefined) continue;
    const { rowId, cue } = placed;
    if (isSame(baseCue, cue)) merged = removeCue(merged, rowId, side);
    else {
      merged = replaceCue(merged, rowId, side, withoutSource(cue));
      conflicts.push({ rowId, side, field: "cue", mine: cue, theirs: undefined });
    }
  }
  return { document: inOrder(merged), conflicts };
}

/** Decides a conflict for the other person's version. */
export function takeTheirs(document: CaptionsDocument, conflict: CueConflict): CaptionsDocument {
  const { rowId, side, field, theirs } = conflict;
  const cue = document.rows[indexOfRow(document, rowId)]?.[side];
  if (theirs === undefined) return removeCue(document, rowId, side);
  if (cue === undefined) return addRow(document, side, theirs);
  if (field === "text") return replaceCue(document, rowId, side, { ...cue, text: theirs.text });
  const { startTime, endTime } = theirs;
  const changed = replaceCue(document, rowId, side, { ...cue, startTime, endTime });
  return inOrder(changed);
}

/** Decides a conflict for one's own version. Only a cue that was deleted here is still in the document. */
export function keepMine(document: CaptionsDocument, conflict: CueConflict): CaptionsDocument {
  const { rowId, side, mine } = conflict;
  return mine === undefined ? removeCue(document, rowId, side) : document;
}

/** The value of a field, and whether both changed it in different ways. */
function decide(base: string, mine: string, theirs: string): [value: string, isConflict: boolean] {
  if (mine === theirs || theirs === base) return [mine, false];
  return mine === base ? [theirs, false] : [mine, true];
}

function timesOf({ startTime, endTime }: TrackCue): string {
  return `${startTime} ${endTime}`;
}

function isSame(one: TrackCue, other: TrackCue): boolean {
  return one.text === other.text && timesOf(one) === timesOf(other);
}

function withoutSource({ startTime, endTime, text, settings, before }: TrackCue): TrackCue {
  return { startTime, endTime, text, settings, before: before.trim() === "" ? "" : before };
}

/** The frame of their version, which the merged cues are written into; one's own if only that was changed. */
function withHeader(
  document: CaptionsDocument,
  side: Side,
  base: Track,
  theirs: Track,
): CaptionsDocument {
  const mine = document.frames[side];
  const [header] = decide(base.header, mine.header, theirs.header);
  const [tail] = decide(base.tail, mine.tail, theirs.tail);
  return { ...document, frames: { ...document.frames, [side]: { header, tail } } };
}

/**
 * Adds a new cue of theirs: beside the cue of the other side that has its times, or in a row of its own. A cue that
 * both added is added once.
 * @param addedHere the rows with a new cue of ours; one that both added is taken out of it
 */
function addCue(
  document: CaptionsDocument,
  side: Side,
  cue: TrackCue,
  addedHere: Set<string>,
): CaptionsDocument {
  const other: Side = side === "edited" ? "beside" : "edited";
  const same = document.rows.findIndex(({ id, [side]: there, [other]: lead }) =>
    there === undefined
      ? lead !== undefined && timesOf(lead) === timesOf(cue)
      : addedHere.has(id) && isSame(there, cue),
  );
  const row = document.rows[same];
  if (row === undefined) return addRow(document, side, cue);
  if (addedHere.delete(row.id)) return document;
  return withRows(document, same, 1, [{ ...row, [side]: cue }]);
}

function addRow(document: CaptionsDocument, side: Side, cue: TrackCue): CaptionsDocument {
  const next = document.rows.findIndex((each) => leadOf(each).startTime > cue.startTime);
  const at = next < 0 ? document.rows.length : next;
  const added = newRow(`r${document.nextId}`, { [side]: cue });
  return withRows({ ...document, nextId: document.nextId + 1 }, at, 0, [added]);
}

function replaceCue(
  document: CaptionsDocument,
  rowId: string,
  side: Side,
  cue: TrackCue,
): CaptionsDocument {
  const index = indexOfRow(document, rowId);
  const row = document.rows[index];
  return row === undefined ? document : withRows(document, index, 1, [{ ...row, [side]: cue }]);
}

function removeCue(document: CaptionsDocument, rowId: string, side: Side): CaptionsDocument {
  const index = indexOfRow(document, rowId);
  const row = document.rows[index];
  if (row === undefined) return document;
  const other: Side = side === "edited" ? "beside" : "edited";
  const left = row[other];
  return withRows(
    document,
    index,
    1,
    left === undefined ? [] : [newRow(row.id, { [other]: left })],
  );
}

function inOrder(document: CaptionsDocument): CaptionsDocument {
  const rows = document.rows.toSorted((a, b) => leadOf(a).startTime - leadOf(b).startTime);
  return { ...document, rows };
}

/** What the captions editor edits: rows of cues, the edited language beside another, which is the original if it can be. */
import { alignByTime } from "../../../../transcripts/alignment/align.ts";
import { emptyFrame, isBlank, type Track, type TrackCue, type TrackFrame } from "./track.ts";

/** The two texts of a row: the one that is written, and the one that is read beside it. */
export const sides = ["edited", "beside"] as const;
export type Side = (typeof sides)[number];

/** Cues of both sides that belong together. At least one side has a cue. */
export interface Row {
  /** Stays the same through all changes. */
  readonly id: string;
  readonly edited?: TrackCue;
  readonly beside?: TrackCue;
}

/** Never changed: each operation returns another document, which shares the rows that stayed. */
export interface CaptionsDocument {
  readonly rows: readonly Row[];
  readonly frames: Readonly<Record<Side, TrackFrame>>;
  /** The number in the id of the next new row. */
  readonly nextId: number;
}

/** A cue with its place in the document. */
export interface PlacedCue {
  readonly rowId: string;
  readonly cue: TrackCue;
}

/**
 * Puts two tracks beside each other by their times, as bilingual transcripts do. Each cue is in exactly one row; what
 * was split in one language stays split.
 */
export function createDocument(edited: Track, beside?: Track): CaptionsDocument {
  const pairs = pairByTime(edited.cues, beside?.cues ?? []);
  const rows = pairs.map((pair, index) => newRow(`r${index + 1}`, pair));
  const frames = { edited: frameOf(edited), beside: beside ? frameOf(beside) : emptyFrame };
  return { rows, frames, nextId: rows.length + 1 };
}

function frameOf({ header, tail }: Track): TrackFrame {
  return { header, tail };
}

/** @throws if it would have no cue */
export function newRow(id: string, cues: { readonly [Key in Side]?: TrackCue | undefined }): Row {
  const { edited, beside } = cues;
  if (edited === undefined && beside === undefined) throw new Error("A row needs a cue.");
  return {
    id,
    ...(edited === undefined ? {} : { edited }),
    ...(beside === undefined ? {} : { beside }),
  };
}

/** The cue whose times a row shows. */
export function leadOf(row: Row): TrackCue {
  const lead = row.edited ?? row.beside;
  if (lead === undefined) throw new Error("A row needs a cue.");
  return lead;
}

/** The cues of a side, in the order of the rows. */
export function cuesOf(document: CaptionsDocument, side: Side): PlacedCue[] {
  return document.rows.flatMap(({ id, [side]: cue }) =>
    cue === undefined ? [] : [{ rowId: id, cue }],
  );
}

/**
 * One side as a track.
 * @param withoutBlanks whether cues without text are left out, as what is published must not have them
 */
export function trackOf(document: CaptionsDocument, side: Side, withoutBlanks = false): Track {
  const cues = cuesOf(document, side).map(({ cue }) => cue);
  return {
    ...document.frames[side],
    cues: withoutBlanks ? cues.filter((cue) => !isBlank(cue)) : cues,
  };
}

type Pair = { readonly [Key in Side]?: TrackCue | undefined };

function pairByTime(edited: readonly TrackCue[], beside: readonly TrackCue[]): Pair[] {
  if (beside.length === 0) return edited.map((cue) => ({ edited: cue }));
  if (edited.length === 0) return beside.map((cue) => ({ beside: cue }));
  const first = byStart(edited);
  const second = byStart(beside);
  return alignByTime(first, second).flatMap((bead) =>
    pairGroup(first.slice(...bead.first), second.slice(...bead.second)),
  );
}

/** Pairs groups that correspond to each other: each cue of the smaller one with one of the larger one. */
function pairGroup(edited: readonly TrackCue[], beside: readonly TrackCue[]): Pair[] {
  const count = Math.max(edited.length, beside.length);
  const spread = (cues: readonly TrackCue[]) => {
    const places = new Map<number, TrackCue>();
    for (const [index, cue] of cues.entries()) {
      places.set(Math.floor((index * count) / cues.length), cue);
    }
    return places;
  };
  const [firsts, seconds] = [spread(edited), spread(beside)];
  return Array.from({ length: count }, (_, index) => ({
    edited: firsts.get(index),
    beside: seconds.get(index),
  }));
}

function byStart(cues: readonly TrackCue[]): TrackCue[] {
  return [...cues].sort((a, b) => a.startTime - b.startTime);
}

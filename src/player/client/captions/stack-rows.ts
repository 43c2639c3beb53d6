/** A caption in a column: its height, and where it should be, in pixels. */
export interface Row {
  readonly height: number;
  /** Whether the distance is that from the upper edge; otherwise from the lower edge. */
  readonly isAtTop: boolean;
  readonly distance: number;
}

/**
 * Places rows in a column, in their order: each as near to its own place as it can be without covering
 * another one or leaving the column. Rows that are higher than the column together begin at its top.
 * @param height of the column
 * @returns the space above each row
 */
export function stackRows(rows: readonly Row[], height: number): number[] {
  const tops: number[] = [];
  let from = 0;
  for (const row of rows) {
    const top = row.isAtTop ? row.distance : height - row.distance - row.height;
    tops.push(Math.max(from, top));
    from = Math.max(from, top) + row.height;
  }
  let limit = height;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    limit = Math.min(tops[at] ?? 0, limit - (rows[at]?.height ?? 0));
    tops[at] = Math.max(0, limit);
  }
  let bottom = 0;
  return rows.map((row, at) => {
    const space = Math.max(0, (tops[at] ?? 0) - bottom);
    bottom += space + row.height;
    return space;
  });
}

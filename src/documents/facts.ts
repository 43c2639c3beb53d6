import type { DocumentSource } from "./source.ts";

/** A line about a document's source and rights. */
export interface FactLine {
  /** Empty if the value says what it is. */
  readonly label: string;
  readonly value: string;
  /** Where the value leads. */
  readonly url?: string | undefined;
}

/** The lines at the end of every file: citation, address, date, translator and license. */
export function factLines({ citation, pageUrl, labels, facts }: DocumentSource): FactLine[] {
  return [
    { label: "", value: citation },
    { label: labels.source, value: pageUrl, url: pageUrl },
    ...facts,
  ];
}

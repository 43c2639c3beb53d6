import { formatSize } from "../../i18n/format.ts";
import type { Change } from "../../records/diff/change.ts";
import { languagesOf } from "../../records/tracks.ts";
import { blobsToSend, changedWorks, type PlannedWork } from "../upload/plan-works.ts";
import { count, print, styled } from "./print.ts";

const signs = { create: "+ create", update: "~ update", none: "= unchanged" } as const;
const colours = { create: "green", update: "yellow", none: "dim" } as const;
const margin = " ".repeat(13);

/**
 * What would change: a work a line, then each change of it in its language, the files to send for it
 * and what to think of first; at last a line that sums it all up.
 */
export function printPlan(planned: readonly PlannedWork[]): void {
  const listed = new Set<string>();
  for (const { work, change, changes, missing, warnings } of planned) {
    const { kind, slug } = work.record;
    const languages =
      kind === "Library" ? "" : `  ${kind} (${languagesOf(work.record).join(", ")})`;
    const added = change === "create" ? languages : "";
    print(styled(colours[change], `${signs[change].padEnd(11)}  ${slug}`) + added);
    // Of a new work everything is new.
    if (change === "update") printChanges(changes, margin);
    for (const blob of missing) {
      if (listed.has(blob.sha256)) continue;
      listed.add(blob.sha256);
      print(`${margin}send ${nameOfBlob(blob)}, ${formatSize(blob.size, "en")}`);
    }
    for (const { message } of warnings)
      print(`${margin}${styled("yellow", "warning")}  ${message}`);
  }
  const changed = changedWorks(planned).length;
  const blobs = blobsToSend(planned);
  const bytes = formatSize(
    blobs.reduce((sum, blob) => sum + blob.size, 0),
    "en",
  );
  print("");
  print(
    changed === 0
      ? `Nothing to publish: ${count(planned.length, "work")}, all as they are in the library.`
      : `To publish: ${count(changed, "work")}, ${count(blobs.length, "file")} to send (${bytes}).`,
  );
}

/** Changes of a work, one a line: `+ vi captions`, `~ es title: “Old” → “New”`, `- attachments “Guide”`. */
export function printChanges(changes: readonly Change[], indent: string): void {
  for (const change of changes) {
    const colour = { "+": "green", "~": "yellow", "-": "red" } as const;
    print(indent + styled(colour[change.sign], change.sign) + describeChange(change));
  }
}

function describeChange({ language, field, which, from, to }: Change): string {
  const words = [language, fieldWords[field] ?? field, which].filter((word) => word !== undefined);
  const values = [from, to].filter((value) => value !== undefined).map(shortened);
  return ` ${words.join(" ")}${values.length === 0 ? "" : `: ${values.join(" → ")}`}`;
}

/** What people call those fields that a manifest calls otherwise. */
const fieldWords: Readonly<Record<string, string>> = {
  name: "title",
  datePublished: "date of publication",
  inLanguage: "original language",
  audioOnly: "sound alone",
};

/** In a terminal's line, an old and a new text are seen beside each other. */
const longest = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}”`;
}

function nameOfBlob({ path, webVtt }: PlannedWork["missing"][number]): string {
  return webVtt === undefined || /\.vtt$/i.test(path) ? path : `${path} as WebVTT`;
}

import type { ManifestFiles, TargetFile } from "./plan-targets.ts";

/**
 * The lines to write into a manifest so that it names the files that were made. A field that the manifest
 * has already is given completely, to replace it.
 * @param named the files that the manifest names; undefined if there is no manifest
 */
export function manifestLines(
  named: ManifestFiles | undefined,
  made: readonly TargetFile[],
): string[] {
  const lines: string[] = [];
  const films = made.flatMap(({ kind, name }) => (kind === "film" ? [name] : []));
  const video = [...new Set([...(named?.video ?? []), ...films])];
  if (video.length > (named?.video.length ?? 0)) {
    lines.push("video:", ...video.map((name) => `  - { file: ${quote(name)} }`));
  }
  for (const { kind, name } of made) {
    if (kind === "sound" && name !== named?.audioOnly) {
      lines.push(`audioOnly: { file: ${quote(name)} }`);
    }
    if (kind === "poster" && name !== named?.poster) {
      lines.push("poster:", `  file: ${quote(name)}`);
      lines.push(
        `  alt: { ${named?.inLanguage ?? "en"}: "…" } # what the picture shows, for people who can't see it`,
      );
    }
  }
  return lines;
}

/** Quotes a name if YAML needs it. */
function quote(name: string): string {
  return /^[A-Za-z][\w./-]*$/.test(name) ? name : JSON.stringify(name);
}

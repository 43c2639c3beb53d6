import type { NamedFiles, Target } from "./targets.ts";

/**
 * The lines of a manifest that name what was made, where it doesn't yet. A field that is there already is
 * given whole: it takes the place of the one that is there.
 */
export function manifestLines(named: NamedFiles | undefined, made: readonly Target[]): string[] {
  const lines: string[] = [];
  const films = made.flatMap(({ kind, name }) => (kind === "film" ? [name] : []));
  const video = [...new Set([...(named?.video ?? []), ...films])];
  if (video.length > (named?.video.length ?? 0)) {
    lines.push("video:", ...video.map((name) => `  - { file: ${quoted(name)} }`));
  }
  for (const { kind, name } of made) {
    if (kind === "sound" && name !== named?.audioOnly) {
      lines.push(`audioOnly: { file: ${quoted(name)} }`);
    }
    if (kind === "poster" && name !== named?.poster) {
      lines.push("poster:", `  file: ${quoted(name)}`);
      lines.push(
        `  alt: { ${named?.inLanguage ?? "en"}: "…" } # what the picture shows, for people who don't see it`,
      );
    }
  }
  return lines;
}

function quoted(name: string): string {
  return /^[A-Za-z][\w./-]*$/.test(name) ? name : JSON.stringify(name);
}

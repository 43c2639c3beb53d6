import type { Problem } from "../../manifest/errors/problem.ts";
import { filesOf } from "../../manifest/files.ts";
import type { LocatedManifest } from "../../manifest/located-manifest.ts";
import { unplayable } from "./codecs.ts";
import type { Probed } from "./probe.ts";

/**
 * Tells of each film and sound that not every browser plays. Where another file of the film plays
 * everywhere, that is as it should be; else nobody may publish it, but a draft may hold it.
 * @param probed by the name that the manifest gives the file
 */
export function checkMedia(
  { file, manifest, placeOf }: LocatedManifest,
  probed: ReadonlyMap<string, Probed>,
): Problem[] {
  if (manifest.kind !== "Episode") return [];
  const media = filesOf(manifest).flatMap(({ name, content, path }) => {
    const found = probed.get(name);
    return found === undefined ? [] : [{ name, content, path, why: unplayable(found) }];
  });
  const filmPlays = media.some(({ content, why }) => content === "film" && why === undefined);
  return media.flatMap(({ name, content, path, why }): Problem[] => {
    if (why === undefined) return [];
    const place = { file, ...placeOf(path) };
    if (content === "film" && filmPlays) {
      const message = `${name} is ${why}: browsers that don't play it take another file of this film`;
      return [{ ...place, severity: "note", message }];
    }
    const mend =
      content === "sound"
        ? "export it as AAC (.m4a)"
        : "export it as H.264 with AAC, or let `videoteca prepare` make such a file";
    const message = `${name} is ${why}, which not every browser plays, and there is nothing to take in its place: ${mend}`;
    const severity = manifest.status === "draft" ? "warning" : "error";
    return [{ ...place, severity, message }];
  });
}

import type { Problem } from "../../manifest/errors/problem.ts";
import { filesOf } from "../../manifest/files.ts";
import type { LocatedManifest } from "../../manifest/located-manifest.ts";
import { describeUnsupportedFormat } from "./browser-support.ts";
import type { MediaInfo } from "./media-info.ts";

/**
 * Reports each video and audio file of an episode that not every browser plays. If every browser plays
 * another file of the film, that is only a note. Otherwise the episode can't be published, but a draft is
 * allowed.
 * @param mediaInfo by the file names in the manifest
 */
export function checkPlayability(
  { file, manifest, locationOf }: LocatedManifest,
  mediaInfo: ReadonlyMap<string, MediaInfo>,
): Problem[] {
  if (manifest.kind !== "Episode") return [];
  const media = filesOf(manifest).flatMap(({ name, content, path }) => {
    const info = mediaInfo.get(name);
    return info === undefined
      ? []
      : [{ name, content, path, unsupported: describeUnsupportedFormat(info) }];
  });
  const isFilmPlayable = media.some(
    ({ content, unsupported }) => content === "film" && unsupported === undefined,
  );
  return media.flatMap(({ name, content, path, unsupported }): Problem[] => {
    if (unsupported === undefined) return [];
    const place = { file, ...locationOf(path) };
    if (content === "film" && isFilmPlayable) {
      const message = `${name} is ${unsupported}: browsers that can't play it use another file of this film`;
      return [{ ...place, severity: "note", message }];
    }
    const advice =
      content === "sound"
        ? "export it as AAC (.m4a)"
        : "export it as H.264 with AAC, or make such a file with `videoteca prepare`";
    const message = `${name} is ${unsupported}, which not every browser plays, and there is no other file to use instead: ${advice}`;
    const severity = manifest.status === "draft" ? "warning" : "error";
    return [{ ...place, severity, message }];
  });
}

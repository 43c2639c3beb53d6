import type { Problem } from "../../manifest/errors/problem.ts";
import type { LocatedFiles } from "../../manifest/located-manifest.ts";
import { describeUnsupportedFormat } from "./browser-support.ts";
import type { MediaInfo } from "./media-info.ts";

/**
 * Reports each video and audio file of an episode that not every browser plays. If every browser plays
 * another file of the film, that is only a note. Otherwise the episode can't be published, but a draft is
 * allowed.
 * @param mediaInfo by the file names in the manifest
 */
export function checkPlayability(
  { file, references, status, locationOf }: LocatedFiles,
  mediaInfo: ReadonlyMap<string, MediaInfo>,
): Problem[] {
  const media = references
    .filter(({ content }) => ["film", "sound", "medium"].includes(content))
    .map((reference) => {
      const info = mediaInfo.get(reference.name);
      return {
        ...reference,
        unsupported: info === undefined ? undefined : describeUnsupportedFormat(info),
      };
    });
  // A file that couldn't be read has an error of its own, and may be the one that every browser plays.
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
    const severity = status === "draft" ? "warning" : "error";
    return [{ ...place, severity, message }];
  });
}

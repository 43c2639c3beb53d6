import { staysInFolder } from "../records/file-name.ts";
import { parseMoment } from "../records/moment.ts";
import { boundedString, maxFileNameLength } from "../records/schema/limits.ts";
import { extensionOf, namedExtensions } from "../records/schema/media-types.ts";

/** The schemas of file names in a manifest, by the type of the file. */

/**
 * A file in the manifest's folder or in a folder inside it. Other paths are rejected, so that a manifest from
 * someone else can't publish files from elsewhere on this computer.
 */
export const fileName = boundedString(maxFileNameLength)
  .min(1, "write the name of a file")
  .refine(staysInFolder, {
    error: "write the name of a file that is in this manifest's folder",
    abort: true,
  });

/** Any extension is allowed, because the format is recognized from the content. */
export const captions = fileName.meta({ examples: ["en.vtt", "es.srt"] });
const conversion = ", or convert it with `videoteca prepare`";

export const film = ofType(
  "a film that browsers support",
  ["webm", "mp4"],
  "film.webm",
  conversion,
);
export const sound = ofType(
  "a sound file that browsers support",
  ["m4a", "mp3", "ogg", "opus"],
  "sound.m4a",
  conversion,
);
export const medium = ofType(
  "a film or sound file that browsers support",
  ["webm", "mp4", "m4a", "mp3", "ogg", "opus"],
  "described.mp4",
  conversion,
);
export const picture = ofType(
  "a picture that browsers support",
  ["webp", "jpg", "png"],
  "poster.webp",
);
export const podcastCover = ofType("a picture that podcast apps show", ["jpg", "png"], "cover.jpg");
export const text = ofType("a text that browsers support", ["md", "pdf"], "en.md");
export const attachment = fileName
  .refine(
    (name) => namedExtensions.some((extension) => extension === extensionOf(name)),
    `isn't a type of file that can be stored: use ${list(namedExtensions)}`,
  )
  .meta({ examples: ["guide.pdf"] });

export const pointAdvice = 'write the start time as "1:05" or 65';

/** Whether a manifest's `start` is a point of a film, not a range: `"1:05"`, `65`. */
export function isPoint(start: string | number): boolean {
  const moment = parseMoment(String(start));
  return moment !== undefined && moment.end === undefined;
}

/** @param otherwise another advice, for files that have an extension */
function ofType(what: string, allowed: readonly string[], example: string, otherwise = "") {
  return fileName
    .refine((name) => allowed.includes(extensionOf(name)), {
      error: ({ input }) => {
        const advice = extensionOf(String(input)) === "" ? "" : otherwise;
        return `isn't ${what}: use ${list(allowed)}${advice}`;
      },
    })
    .meta({ examples: [example] });
}

function list(extensions: readonly string[]): string {
  const names = extensions.map((extension) => `.${extension}`);
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

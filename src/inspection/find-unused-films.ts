import type { Problem } from "../manifest/errors/problem.ts";
import { valueAt } from "../manifest/errors/values.ts";
import type { LocatedFiles } from "../manifest/located-manifest.ts";
import type { FileTree } from "./file-tree.ts";
import { isFilmName, isSoundName, needsConversion } from "./media/source-names.ts";

/** How many names a message lists. */
const maxListed = 5;

/**
 * Names the films that are in the folder of an episode that names none: there is nothing to play, but there
 * is something to make it of.
 */
export async function findUnusedFilms(
  tree: FileTree,
  { file, value, references, status, locationOf }: LocatedFiles,
): Promise<Problem[]> {
  const namesFilm = references.some(({ content }) => content === "film" || content === "sound");
  // A field with a wrong value has an error of its own.
  const isGiven = ["video", "audioOnly"].some((field) => {
    const given = valueAt(value, [field]);
    return given !== undefined && !(Array.isArray(given) && given.length === 0);
  });
  if (namesFilm || isGiven || valueAt(value, ["kind"]) !== "Episode") return [];
  const folder = tree.folderOf(file);
  const names = (await tree.list(folder)).filter((name) => !name.startsWith(".")).sort();
  const found = names.filter((name) => isFilmName(name) || isSoundName(name)).slice(0, maxListed);
  if (found.length === 0) return [];
  const advice = found.some(needsConversion)
    ? `browsers don't play every kind: make films of it with \`videoteca prepare ${folder}\`, and name them under \`video\``
    : "name it under `video` or `audioOnly`";
  const be = found.length === 1 ? "is" : "are";
  const message = `${found.join(", ")} ${be} in this folder, and the manifest doesn't name ${found.length === 1 ? "it" : "them"}: ${advice}`;
  const severity = status === "draft" ? "warning" : "error";
  return [{ file, ...locationOf(["kind"]), severity, message }];
}

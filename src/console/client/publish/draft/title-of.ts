import type { FoundFile } from "../../../../inspection/names/sort-files.ts";
import { baseName } from "../files/paths.ts";

/**
 * A file's name as a title, without its language and without what services add: `my_film-final.es (1).mp4` →
 * `My film final`, `Talk [dQw4w9WgXcQ].webm` → `Talk`.
 */
export function titleOf({ name, language }: FoundFile): string {
  const stem = baseName(name)
    .replace(/\.[^.]*$/, "")
    .replace(/ ?\(\d{1,3}\)$/, "")
    .replace(/ ?\[[\w-]{11}\]/, "");
  const ownName =
    language === undefined ? stem : stem.replace(new RegExp(`[._ -]${language}$`, "i"), "");
  const words = ownName.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

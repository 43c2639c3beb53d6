import { copyFile, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Library, openLibrary } from "./library.ts";
import { temporaryFolder } from "./start.ts";

const root = join(import.meta.dirname, "../../..");
const series = "media-manifests/how-did-we-get-here";

/** An episode with a smaller version, a described mix, and an episode that follows. */
export const described = "criminalizing-migration";
/** An episode whose descriptions are a text track. */
export const describedInText = "demonstration-how-to-use-this-library";

/**
 * The demonstration's library with all that a film can have, and a colour of its own: real files, published
 * as staff publish them. The smaller version is the same film in 160 × 90; the described mix is the same film as MP4.
 */
export async function startFullLibrary(): Promise<Library> {
  const { folder, remove } = await temporaryFolder();
  await cp(join(root, "media-manifests"), join(folder, "media-manifests"), { recursive: true });
  const [one, two] = [described, describedInText].map((slug) => join(folder, series, slug));
  if (one === undefined || two === undefined) throw new Error("The series has two episodes.");

  await copyFile(join(import.meta.dirname, "films/smaller.webm"), join(one, "smaller.webm"));
  await copyFile(join(one, "film.mp4"), join(one, "described.mp4"));
  await edit(join(one, "episode.yaml"), [
    ["  - { file: film.mp4 }", "  - { file: film.mp4 }\n  - { file: smaller.webm }"],
    ["{ mode: integrated }", "{ mode: file, file: described.mp4, inLanguage: en }"],
  ]);
  await writeFile(
    join(two, "described.vtt"),
    "WEBVTT\n\n00:02.000 --> 00:06.000\nA shelf of books.\n\n00:07.000 --> 00:50.000\nA golden book is taken out.\n",
  );
  await edit(join(two, "episode.yaml"), [
    ["{ mode: integrated }", "{ mode: track, file: described.vtt, inLanguage: en }"],
    [/^datePublished: .*/m, "datePublished: 2026-01-15"],
  ]);

  await edit(join(folder, "media-manifests/library.yaml"), [
    ['# accentColor: "#9a3412"', 'accentColor: { light: "#1a4f8b", dark: "#8ab8f0" }'],
  ]);

  const library = await openLibrary({ manifests: join(folder, "media-manifests") });
  const stop = async () => {
    await library.stop();
    await remove();
  };
  return { ...library, stop };
}

/** Replaces pieces of a file, each of which must be there. */
async function edit(file: string, changes: readonly (readonly [string | RegExp, string])[]) {
  let text = await readFile(file, "utf8");
  for (const [from, to] of changes) {
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`${file} has no ${from}`);
    text = changed;
  }
  await writeFile(file, text);
}

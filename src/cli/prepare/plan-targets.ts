import { basename } from "node:path";
import { describeUnsupportedFormat } from "../../inspection/media/browser-support.ts";
import type { MediaInfo } from "../../inspection/media/media-info.ts";
import { extensionOf } from "../../records/schema/media-types.ts";
import type { Source } from "./source.ts";

/** A file to make. Its name is relative to the source's folder. */
export type TargetFile =
  /** `shortSide` is the length of its shorter side, in pixels. */
  | { readonly kind: "film"; readonly name: string; readonly shortSide: number }
  | { readonly kind: "sound"; readonly name: string }
  | { readonly kind: "poster"; readonly name: string };

export type Target = TargetFile & {
  /** Whether there is a file of that name, most likely from an earlier run. */
  readonly exists: boolean;
};

/** The files that an episode's manifest names, of the kinds that are made here. */
export interface ManifestFiles {
  /** The film's own language. */
  readonly inLanguage: string;
  readonly video: readonly string[];
  readonly audioOnly?: string | undefined;
  readonly poster?: string | undefined;
}

/** What a source's folder contains already. */
export interface ExistingFiles {
  /** Undefined if there is no manifest. */
  readonly manifestFiles: ManifestFiles | undefined;
  readonly fileNames: ReadonlySet<string>;
  /** Of the films in the folder that can be read, by file name. */
  readonly mediaInfo: ReadonlyMap<string, MediaInfo>;
}

/** The sizes of films, by their shorter side in pixels: for large screens, and for slow connections. */
const filmSizes = [720, 360];

/** A film counts as having one of the sizes if it differs by less than this fraction. */
const sizeTolerance = 0.1;

/**
 * Plans the files that a work should have: H.264 films of 720 and 360 pixels if the source is large enough,
 * or else one of the source's own size, unless a film that plays everywhere exists; the sound alone; and a
 * poster. Files that the manifest names and that weren't made here are left out. If the manifest names a
 * file that doesn't exist yet, the target gets its name.
 * @param replaces whether to make files again that an earlier run has made
 * @param posterType the picture format that can be written
 */
export function planTargets(
  source: Source,
  existing: ExistingFiles,
  replaces: boolean,
  posterType: "webp" | "jpg",
): Target[] {
  const { manifestFiles, fileNames } = existing;
  const sourceName = basename(source.path);
  const baseName = sourceName.replace(/\.[^.]*$/, "").replace(/-\d+p$/, "");
  const targets: TargetFile[] = [];
  if (source.picture !== undefined)
    targets.push(...planFilms(source, existing, baseName, replaces));
  if (source.sound !== undefined) {
    const name = chooseName(manifestFiles?.audioOnly, "m4a", `${baseName}.m4a`, fileNames);
    if (name !== undefined) targets.push({ kind: "sound", name });
  }
  if (source.picture !== undefined) {
    const prefix = manifestFiles === undefined ? `${baseName}-` : "";
    const defaultName = `${prefix}poster.${posterType}`;
    const name = chooseName(manifestFiles?.poster, posterType, defaultName, fileNames);
    if (name !== undefined) targets.push({ kind: "poster", name });
  }
  return targets
    .filter(({ name }) => name !== sourceName)
    .map((target) => ({ ...target, exists: fileNames.has(target.name) }));
}

/**
 * Chooses the name of a target: the one in the manifest if it has the right extension, or else the default.
 * @returns undefined if the manifest names another file that exists: then there is nothing to make
 */
function chooseName(
  manifestName: string | undefined,
  extension: string,
  defaultName: string,
  fileNames: ReadonlySet<string>,
): string | undefined {
  if (manifestName === undefined) return defaultName;
  if (fileNames.has(manifestName)) return manifestName === defaultName ? defaultName : undefined;
  return extensionOf(manifestName) === extension ? manifestName : defaultName;
}

function planFilms(
  { path, picture }: Source,
  { manifestFiles, fileNames, mediaInfo }: ExistingFiles,
  baseName: string,
  replaces: boolean,
): TargetFile[] {
  const sourceName = basename(path);
  const sourceSide = Math.min(picture?.width ?? 0, picture?.height ?? 0);
  const defaultName = (size: number) => {
    const name = `${baseName}-${size}p.mp4`;
    return name === sourceName ? `${baseName}-${size}p-h264.mp4` : name;
  };
  const isInWork = (name: string) => manifestFiles?.video.includes(name) ?? name === sourceName;
  const playableFilms = [...mediaInfo].filter(([name, info]) => {
    const isMp4 = info.container === "MP4";
    return isInWork(name) && isMp4 && describeUnsupportedFormat(info) === undefined;
  });
  const hasFilm = (size: number) =>
    playableFilms.some(([name, { width = 0, height = 0 }]) => {
      const hasSize = Math.abs(Math.min(width, height) / size - 1) < sizeTolerance;
      return hasSize && !(replaces && name === defaultName(size));
    });
  const possibleSizes = filmSizes.filter((size) => sourceSide >= size);
  const sizes = possibleSizes.length > 0 ? possibleSizes : [sourceSide - (sourceSide % 2)];
  const unusedNames = (manifestFiles?.video ?? []).filter((name) => {
    return extensionOf(name) === "mp4" && !fileNames.has(name);
  });
  return sizes
    .filter((size) => !hasFilm(size))
    .map((size): TargetFile => {
      const name = takeName(unusedNames, size) ?? defaultName(size);
      return { kind: "film", name, shortSide: size };
    });
}

/** Removes the name that fits a size from the list: one with that number, or else one without a number. */
function takeName(names: string[], size: number): string | undefined {
  const withSize = names.findIndex((name) => name.includes(String(size)));
  const index = withSize >= 0 ? withSize : names.findIndex((name) => !/\d{3}/.test(name));
  return index >= 0 ? names.splice(index, 1)[0] : undefined;
}

import { basename } from "node:path";
import { extensionOf } from "../../records/schema/media-types.ts";
import { unplayable } from "../media/codecs.ts";
import type { Probed } from "../media/probe.ts";
import type { Source } from "./source.ts";

/** A file to make, by its name in the folder of the source. */
export type Target = Wanted & {
  /** Whether a file of that name is there, most likely from an earlier run. */
  readonly isThere: boolean;
};

type Wanted =
  /** `short` is how many pixels its shorter side has. */
  | { readonly kind: "film"; readonly name: string; readonly short: number }
  | { readonly kind: "sound"; readonly name: string }
  | { readonly kind: "poster"; readonly name: string };

/** The files that an episode's manifest names, as far as they are made here. */
export interface NamedFiles {
  /** The film's own. */
  readonly inLanguage: string;
  readonly video: readonly string[];
  readonly audioOnly?: string | undefined;
  readonly poster?: string | undefined;
}

/** What is there already, where files are to be made. */
export interface Present {
  /** Undefined where there is no manifest. */
  readonly named: NamedFiles | undefined;
  /** The names of all files in the folder. */
  readonly names: ReadonlySet<string>;
  /** What the films among them say about themselves, by their names. */
  readonly films: ReadonlyMap<string, Probed>;
}

/** The sizes that films are made in: for small screens and metered lines, and for large ones. */
const sizes = [720, 360];

/** A film within this part of a size counts as being of that size. */
const tolerance = 0.1;

/**
 * What belongs to a work: H.264 films of 720 and 360 pixels, as far as the source is that tall (else
 * one of its own size, where nothing plays everywhere), its sound alone, and a poster; without those that
 * its manifest names and that weren't made here. What the manifest names but isn't there gets that name.
 * @param again whether to make anew what an earlier run made
 * @param poster the kind of picture that can be made
 */
export function planTargets(
  source: Source,
  present: Present,
  again: boolean,
  poster: "webp" | "jpg",
): Target[] {
  const { named, names } = present;
  const own = basename(source.path);
  const base = own.replace(/\.[^.]*$/, "").replace(/-\d+p$/, "");
  const targets: Wanted[] = [];
  if (source.picture !== undefined) targets.push(...planFilms(source, present, base, again));
  if (source.sound !== undefined) {
    const name = nameFor(named?.audioOnly, "m4a", `${base}.m4a`, present);
    if (name !== undefined) targets.push({ kind: "sound", name });
  }
  if (source.picture !== undefined) {
    const usual = `${named === undefined ? `${base}-` : ""}poster.${poster}`;
    const name = nameFor(named?.poster, poster, usual, present);
    if (name !== undefined) targets.push({ kind: "poster", name });
  }
  return targets
    .filter(({ name }) => name !== own)
    .map((target) => ({ ...target, isThere: names.has(target.name) }));
}

/**
 * How a file is to be called: as the manifest calls it, else as usual. @returns undefined where the
 * manifest names one that is there, and that isn't the usual one
 */
function nameFor(named: string | undefined, extension: string, usual: string, present: Present) {
  if (named === undefined) return usual;
  if (present.names.has(named)) return named === usual ? usual : undefined;
  return extensionOf(named) === extension ? named : usual;
}

function planFilms({ path, picture }: Source, present: Present, base: string, again: boolean) {
  const { named, names, films } = present;
  const short = Math.min(picture?.width ?? 0, picture?.height ?? 0);
  const own = basename(path);
  const usual = (size: number) => {
    const name = `${base}-${size}p.mp4`;
    return name === own ? `${base}-${size}p-h264.mp4` : name;
  };
  const counts = (name: string) => named?.video.includes(name) ?? name === own;
  const playing = [...films].filter(([name, film]) => {
    return counts(name) && film.container === "MP4" && unplayable(film) === undefined;
  });
  const isTaken = (size: number) =>
    playing.some(([name, { width = 0, height = 0 }]) => {
      const isSize = Math.abs(Math.min(width, height) / size - 1) < tolerance;
      return isSize && !(again && name === usual(size));
    });
  const fitting = sizes.filter((size) => short >= size);
  const wanted = fitting.length > 0 ? fitting : [short - (short % 2)];
  // Names that the manifest gives to films that aren't there yet.
  const free = (named?.video ?? []).filter((name) => {
    return extensionOf(name) === "mp4" && !names.has(name);
  });
  return wanted
    .filter((size) => !isTaken(size))
    .map((size): Wanted => {
      const fits = free.findIndex((name) => name.includes(String(size)));
      const place = fits >= 0 ? fits : free.findIndex((name) => !/\d{3}/.test(name));
      const [name = usual(size)] = place >= 0 ? free.splice(place, 1) : [];
      return { kind: "film", name, short: size };
    });
}

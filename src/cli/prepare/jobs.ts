import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { fileName } from "../../manifest/file-name.ts";
import { manifestFileName } from "../../manifest/schema.ts";
import { readSource } from "../../manifest/source.ts";
import { CliError } from "../cli-error.ts";
import { findManifests } from "../manifests/find-manifests.ts";
import { readText } from "../manifests/read-text.ts";
import { type Probed, probeMedia } from "../media/probe.ts";
import type { NamedFiles, Present } from "./targets.ts";

/** A film or sound to make files from, with what is beside it. */
export interface Job {
  /** The file to start from. */
  readonly source: string;
  readonly folder: string;
  /** The manifest beside it; undefined where there is none. */
  readonly manifest: string | undefined;
  readonly present: Present;
}

/** What editors and cameras write, with a picture. */
const films = /\.(mp4|mov|m4v|mkv|webm|avi|mxf|mpe?g|m2ts|mts|ts|wmv|ogv|3gp|dv)$/i;
const sounds = /\.(wav|aiff?|flac|mp3|m4a|ogg|opus)$/i;

/**
 * What there is to do at some paths: each a film or sound to start from, a manifest, or a folder of them.
 * An episode starts from the film with the largest picture that lies beside its manifest, whether that
 * names it or not; where there is no film, from the only sound.
 * @throws Stop where it isn't clear what is meant
 */
export async function findJobs(paths: readonly string[]): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() && (films.test(path) || sounds.test(path))) {
      const manifest = join(dirname(path), manifestFileName("Episode"));
      const named = existsSync(manifest) ? await readNamed(manifest) : undefined;
      jobs.push(await job(path, named === undefined ? undefined : manifest, named));
      continue;
    }
    const { files, problems } = await findManifests([path]);
    const [problem] = problems;
    if (problem !== undefined) throw new CliError(`${problem.file}: ${problem.message}`);
    for (const file of files) {
      const named = await readNamed(file);
      if (named !== undefined) jobs.push(await job(await sourceOf(file, named), file, named));
    }
  }
  return jobs;
}

async function job(
  source: string,
  manifest: string | undefined,
  named: NamedFiles | undefined,
): Promise<Job> {
  const folder = dirname(source);
  const names = new Set(await readdir(folder));
  const listed = [...(named?.video ?? []), named?.audioOnly, named?.poster];
  for (const name of listed) {
    if (name !== undefined && existsSync(join(folder, name))) names.add(name);
  }
  const probed = new Map<string, Probed>();
  for (const name of new Set([...(named?.video ?? []), basename(source)])) {
    const found = names.has(name) ? await probe(join(folder, name)) : undefined;
    if (found !== undefined) probed.set(name, found);
  }
  return { source, folder, manifest, present: { named, names, films: probed } };
}

/** A broken film counts as none: it is made anew, or ffmpeg says what is wrong with it. */
async function probe(path: string): Promise<Probed | undefined> {
  return probeMedia(path).catch(() => undefined);
}

async function sourceOf(manifest: string, { video }: NamedFiles): Promise<string> {
  const folder = dirname(manifest);
  const beside = await readdir(folder);
  const listed = video.filter((name) => existsSync(join(folder, name)));
  const pictures = [...new Set([...listed, ...beside.filter((name) => films.test(name))])];
  const candidates = await Promise.all(
    pictures.map(async (name) => {
      const path = join(folder, name);
      const { width = 0, height = 0 } = (await probe(path)) ?? {};
      return { path, pixels: width * height, listed: Number(listed.includes(name)) };
    }),
  );
  const [largest] = candidates.sort((a, b) => b.pixels - a.pixels || b.listed - a.listed);
  if (largest !== undefined) return largest.path;
  const [sound, another] = beside.filter((name) => sounds.test(name));
  if (sound !== undefined && another === undefined) return join(folder, sound);
  throw new CliError(
    sound === undefined
      ? `${manifest}: there is no film to start from: put it beside this manifest`
      : `${manifest}: name the file to start from, such as: videoteca prepare ${join(folder, sound)}`,
  );
}

const file = z
  .object({ file: fileName })
  .transform((value) => value.file)
  .optional()
  .catch(undefined);

/** Only what is needed here is read: a manifest may be far from whole while its films are prepared. */
const manifestFiles = z.object({
  kind: z.literal("Episode"),
  inLanguage: z.string().catch("en"),
  video: z.array(file).catch([]),
  audioOnly: file,
  poster: file,
});

async function readNamed(path: string): Promise<NamedFiles | undefined> {
  const text = await readText(path);
  const { data } = manifestFiles.safeParse(text === undefined ? undefined : readSource(text).value);
  if (data === undefined && basename(path) === manifestFileName("Episode")) {
    throw new CliError(`${path} can't be read: videoteca check tells what to mend.`);
  }
  if (data === undefined) return undefined;
  const { kind: _, video, ...named } = data;
  return { ...named, video: video.filter((name) => name !== undefined) };
}

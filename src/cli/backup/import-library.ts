import { readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import {
  hasProblemType,
  type ImportRequest,
  importRequest,
  workRevision,
} from "../../api/contract.ts";
import { formatCount } from "../../inspection/lines.ts";
import type { LocalBlob } from "../../inspection/load-work.ts";
import { publishingOrder } from "../../plans/plan-works.ts";
import { isExtension } from "../../records/schema/media-types.ts";
import { ApiError } from "../api/api-error.ts";
import { type Client, createClient } from "../api/client.ts";
import { missingBlobsIn } from "../api/missing-blobs.ts";
import { fetchHistory, importHistory } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import { print, printJson } from "../output/print.ts";
import { uploadBlobs } from "../upload/blob-uploader.ts";
import { checkBag, payloadFolder } from "./bag.ts";
import { finishInterruptedExport } from "./staging.ts";

/** The result of importing a work. */
interface ImportOutcome {
  readonly slug: string;
  /** `unchanged`: the library has all its revisions already. */
  readonly result: "imported" | "unchanged" | "failed";
  readonly message?: string;
}

const resultWords = {
  imported: "imported",
  unchanged: "there already",
  failed: "failed",
} as const;

/**
 * `videoteca import FOLDER`: loads an export into an empty library, byte for byte. Run again, it imports what
 * is missing. @returns the exit code
 */
export async function importLibrary(
  path: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  const folder = await realpath(path).catch(() => path);
  await finishInterruptedExport(folder);
  await checkBag(folder, path);
  const works = await readWorks(folder);
  const client = createClient(settings);
  const sent: string[] = [];
  const outcomes: ImportOutcome[] = [];
  for (const work of works) {
    const outcome = await importWork(settings, client, folder, work, sent);
    outcomes.push(outcome);
    const reason = outcome.message === undefined ? "" : `: ${outcome.message}`;
    if (!json) print(`${resultWords[outcome.result].padEnd(13)}  ${work.slug}${reason}`);
  }
  const countOf = (wanted: ImportOutcome["result"]) =>
    outcomes.filter(({ result }) => result === wanted).length;
  if (json) printJson({ works: outcomes, sent });
  else {
    print("");
    const unchanged = countOf("unchanged");
    const rest = unchanged === 0 ? "" : ` There already: ${formatCount(unchanged, "work")}.`;
    print(
      `Imported: ${formatCount(countOf("imported"), "work")}, ${formatCount(sent.length, "file")} sent.${rest}`,
    );
  }
  return countOf("failed") === 0 ? 0 : 1;
}

/** Reads the works of a bag, in the order of import: the library's settings, series, then other works. */
async function readWorks(folder: string): Promise<ImportRequest[]> {
  const worksFolder = join(folder, payloadFolder, "works");
  const slugs = await readdir(worksFolder).catch((): string[] => {
    throw new CliError(`${folder} isn't an export of a library: it has no ${payloadFolder}/works.`);
  });
  const works: ImportRequest[] = [];
  for (const slug of slugs.sort()) {
    const path = join(worksFolder, slug);
    const names = await readdir(join(path, "revisions")).catch((): string[] => []);
    const revisions = await Promise.all(
      names.sort().map((name) => readJson(join(path, "revisions", name))),
    );
    const history = z.looseObject({}).safeParse(await readJson(join(path, "history.json"))).data;
    const work = bagWork.safeParse({ ...history, revisions });
    if (!work.success) {
      const [issue] = work.error.issues;
      const field = issue?.path.join(".");
      throw new CliError(
        `${path} isn't a work that can be imported (${field}: ${issue?.message}).`,
      );
    }
    works.push(work.data);
  }
  const order = ({ revisions }: ImportRequest) => publishingOrder(revisions[0]?.record.kind);
  return works.sort((a, b) => order(a) - order(b));
}

/** A work in a bag. The server validates its records, by the schema of their own versions. */
const bagWork = importRequest.extend({ revisions: z.array(workRevision).min(1) });

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new CliError(`${path} can't be read as JSON: was it edited?`);
  }
}

async function importWork(
  settings: Settings,
  client: Client,
  folder: string,
  work: ImportRequest,
  sent: string[],
): Promise<ImportOutcome> {
  try {
    await importHistory(settings, work).catch(async (error: unknown) => {
      const missing = missingBlobsIn(error);
      if (missing === undefined) throw error;
      const blobs = missing.map(({ sha256, extension, size }): LocalBlob => {
        if (!isExtension(extension)) throw error;
        const path = join(folder, payloadFolder, "blobs", `${sha256}.${extension}`);
        return { sha256, extension, size, path, realPath: path, madeText: undefined };
      });
      await uploadBlobs(client, blobs);
      sent.push(...blobs.map((blob) => blob.sha256));
      await importHistory(settings, work);
    });
    return { slug: work.slug, result: "imported" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isPresent =
      hasProblemType(error.problem, "slug-in-use") && (await hasRevisions(settings, work));
    return isPresent
      ? { slug: work.slug, result: "unchanged" }
      : { slug: work.slug, result: "failed", message: error.message };
  }
}

/** Whether the library has all revisions of a work, from an earlier import of the same bag or its own. */
async function hasRevisions(settings: Settings, work: ImportRequest): Promise<boolean> {
  const { revisions } = await fetchHistory(settings, work.slug);
  const present = new Map(revisions.map(({ number, digest }) => [number, digest]));
  return work.revisions.every(({ number, digest }) => present.get(number) === digest);
}

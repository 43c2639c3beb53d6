import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImportRequest } from "../../api/contract.ts";
import { isExtension } from "../../records/schema/media-types.ts";
import { ApiError } from "../api/api-error.ts";
import { type Client, createClient } from "../api/client.ts";
import { missingBlobsIn } from "../api/missing-blobs.ts";
import { importHistory } from "../api/works.ts";
import { CliError } from "../cli-error.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import type { LocalBlob } from "../manifests/load-work.ts";
import { formatCount, print, printJson } from "../output/print.ts";
import { uploadBlobs } from "../upload/blob-uploader.ts";
import { publishingOrder } from "../upload/plan-works.ts";
import { checkBag, payloadFolder } from "./bag.ts";

/** The result of importing a work. */
interface ImportOutcome {
  readonly slug: string;
  readonly result: "imported" | "failed";
  readonly message?: string;
}

/**
 * `videoteca import FOLDER`: loads an export into an empty library, byte for byte. @returns the exit code
 */
export async function importLibrary(
  folder: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  await checkBag(folder);
  const works = await readWorks(folder);
  const client = createClient(settings);
  const sent: string[] = [];
  const outcomes: ImportOutcome[] = [];
  for (const work of works) {
    const outcome = await importWork(settings, client, folder, work, sent);
    outcomes.push(outcome);
    if (!json)
      print(
        `${outcome.result.padEnd(8)}  ${work.slug}${outcome.message ? `: ${outcome.message}` : ""}`,
      );
  }
  const failed = outcomes.filter(({ result }) => result === "failed").length;
  if (json) printJson({ works: outcomes, sent });
  else {
    print("");
    print(
      `Imported: ${formatCount(works.length - failed, "work")}, ${formatCount(sent.length, "file")} sent.`,
    );
  }
  return failed === 0 ? 0 : 1;
}

/** Reads the works of a bag, in the order of import: the library's settings, series, then other works. */
async function readWorks(folder: string): Promise<ImportRequest[]> {
  const worksFolder = join(folder, payloadFolder, "works");
  const slugs = await readdir(worksFolder).catch((): string[] => {
    throw new CliError(`${folder} isn't an export of a library: it has no ${payloadFolder}/works.`);
  });
  const works: ImportRequest[] = [];
  for (const slug of slugs.sort()) {
    const history = JSON.parse(await readFile(join(worksFolder, slug, "history.json"), "utf8"));
    const names = await readdir(join(worksFolder, slug, "revisions"));
    const revisions = await Promise.all(
      names
        .sort()
        .map(async (name) =>
          JSON.parse(await readFile(join(worksFolder, slug, "revisions", name), "utf8")),
        ),
    );
    works.push({ ...history, revisions });
  }
  const order = ({ revisions }: ImportRequest) => publishingOrder(revisions[0]?.record.kind);
  return works.sort((a, b) => order(a) - order(b));
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
        return { sha256, extension, size, path, webVtt: undefined };
      });
      await uploadBlobs(client, blobs);
      sent.push(...blobs.map((blob) => blob.sha256));
      await importHistory(settings, work);
    });
    return { slug: work.slug, result: "imported" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { slug: work.slug, result: "failed", message: error.message };
  }
}

import { draftKey } from "../../../api/contract/drafts.ts";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { draftNotFound } from "../../../publishing/drafts.ts";
import {
  type DraftKey,
  type DraftLanguages,
  draftPartsOf,
  mayWriteDraft,
  publishedFile,
} from "../../../records/languages/drafts.ts";
import { readBlobText } from "../../../storage/blobs.ts";
import { type Draft, readDraft } from "../../../storage/console/drafts.ts";
import { type LoadedWork, loadWork } from "../works/load.ts";

/** A draft, or the place for one, as the console's pages show it. */
export interface LoadedDraft {
  readonly work: LoadedWork;
  readonly key: DraftKey;
  /** Undefined if nobody has begun one. */
  readonly draft: Draft | undefined;
  /** What is published now; undefined if there is nothing. */
  readonly published: { readonly sha256: string; readonly text: string } | undefined;
  /** Whether the person who is signed in may save it. */
  readonly mayWrite: boolean;
  /** Its address. */
  readonly path: string;
}

/** Reads the draft that the address names. @throws PublishingError if the work can't have such a draft */
export async function loadDraft(context: RequestContext): Promise<LoadedDraft> {
  const work = await loadWork(context);
  const { slug } = work.history;
  const { part = "", language = "" } = context.req.param();
  const parsed = draftKey.safeParse({ slug, part, language });
  if (!parsed.success || !draftPartsOf(work.record.kind).includes(parsed.data.part)) {
    throw draftNotFound({ slug, part: part as DraftKey["part"], language });
  }
  const key = parsed.data;
  const [draft, published] = await Promise.all([
    readDraft(work.database, key),
    readPublished(context, work, key),
  ]);
  const mayWrite =
    work.history.status !== "withdrawn" && mayWriteDraft(languagesOf(context), key.language);
  return { work, key, draft, published, mayWrite, path: draftPath(key) };
}

export function languagesOf(context: RequestContext): DraftLanguages {
  return context.get("identity").draftLanguages;
}

export function draftPath({ slug, part, language }: DraftKey): string {
  return `/staff/works/${slug}/drafts/${part}/${language}`;
}

async function readPublished(context: RequestContext, { record }: LoadedWork, key: DraftKey) {
  const file = publishedFile(record, key);
  const text = file && (await readBlobText(context.env.BLOBS, file.sha256));
  return file === undefined || text === undefined ? undefined : { sha256: file.sha256, text };
}

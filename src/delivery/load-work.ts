import { blobsOf } from "../records/blobs.ts";
import { type ItemOfKind, isOfKind } from "../records/schema/kinds.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import type { SecondaryText, WorkPart, WorkView } from "../records/views.ts";
import { visibilityOf } from "../records/visibility.ts";
import { openDatabase } from "../storage/database.ts";
import { readWork } from "../storage/work-view.ts";
import { type RequestContext, requestTime } from "./http/environment.ts";
import { withdrawnProblem } from "./http/problem.ts";
import { redirectToCurrentSlug } from "./http/redirects.ts";

/** A record that has a page of its own. */
type Work = Exclude<LibraryItem, { kind: "Library" }>;
type WorkKind = Work["kind"];

interface Found<Kind extends WorkKind> {
  readonly outcome: "found";
  readonly record: ItemOfKind<Kind>;
}

/** What a reader finds at a work's address. Pages, embeds and programs differ only in how they answer it. */
export type LookupResult<Kind extends WorkKind> =
  | Found<Kind>
  /** There is no such work, or it isn't public yet. */
  | { readonly outcome: "not-found" }
  /** A work of any kind was withdrawn. */
  | { readonly outcome: "withdrawn"; readonly record: Work }
  /** The work is public, and of a kind that this address doesn't show. */
  | { readonly outcome: "other-kind"; readonly record: Work }
  /** The work is public, and has another slug today. */
  | { readonly outcome: "renamed"; readonly record: Work };

export type LoadedWork<Kind extends WorkKind, Part extends WorkPart> = LookupResult<Kind> & {
  readonly view: WorkView<Part>;
};

interface LoadOptions<Part extends WorkPart> {
  readonly slug: string;
  /** BCP 47 tag: which text to read. */
  readonly language: string;
  /** What the answer shows beside the work. */
  readonly parts: readonly Part[];
  /** A second text to read. */
  readonly secondary?: SecondaryText | undefined;
}

/** Reads the work with a slug, in one round trip. A preview link shows a hidden work as if it were public. */
export async function loadWork<Kind extends WorkKind, Part extends WorkPart>(
  context: RequestContext,
  kinds: readonly Kind[],
  { slug, language, parts, secondary }: LoadOptions<Part>,
): Promise<LoadedWork<Kind, Part>> {
  const now = requestTime();
  const view = await readWork(openDatabase(context.env.DB), slug, language, now, {
    preview: context.get("preview"),
    parts,
    secondary,
  });
  if (view.isPreview && view.work !== undefined) {
    const files = blobsOf(view.work.record).map(({ sha256 }) => sha256);
    context.set("previewedFiles", new Set(files));
  }
  return { ...lookUp(slug, view.work?.record, kinds, now, view.isPreview), view };
}

/**
 * Decides what a reader finds.
 * @param slug the one in the address
 * @param now ISO 8601 in UTC
 */
export function lookUp<Kind extends WorkKind>(
  slug: string,
  record: LibraryItem | undefined,
  kinds: readonly Kind[],
  now: string,
  isPreview = false,
): LookupResult<Kind> {
  if (record === undefined || record.kind === "Library") return { outcome: "not-found" };
  const visibility = visibilityOf(record, now);
  if (visibility === "withdrawn") return { outcome: "withdrawn", record };
  if (visibility === "hidden" && !isPreview) return { outcome: "not-found" };
  if (record.slug !== slug) return { outcome: "renamed", record };
  return isOfKind(record, kinds) ? { outcome: "found", record } : { outcome: "other-kind", record };
}

/**
 * The same for an address that programs read: answers with a problem document if there is no such work
 * (404) or it was withdrawn (410), and with a redirect if it has another slug today (301).
 */
export async function loadWorkOrProblem<Kind extends WorkKind, Part extends WorkPart>(
  context: RequestContext,
  kinds: readonly Kind[],
  options: LoadOptions<Part>,
): Promise<(Found<Kind> & { readonly view: WorkView<Part> }) | Response> {
  const loaded = await loadWork(context, kinds, options);
  return loaded.outcome === "found"
    ? loaded
    : answerWithout(context, loaded, kinds, options.language);
}

/**
 * Answers a program that didn't find a work, as `loadWorkOrProblem` does.
 * @param language that of a withdrawn work's notice
 */
export function answerWithout<Kind extends WorkKind>(
  context: RequestContext,
  missing: Exclude<LookupResult<Kind>, Found<Kind>>,
  kinds: readonly Kind[],
  language: string,
): Response | Promise<Response> {
  if (missing.outcome === "withdrawn") return withdrawnProblem(context, missing.record, language);
  if (missing.outcome !== "renamed") return context.notFound();
  const { slug } = missing.record;
  return isOfKind(missing.record, kinds)
    ? redirectToCurrentSlug(context, slug)
    : context.notFound();
}

import type { RequestContext } from "../../delivery/http/environment.ts";
import { visibilityFor } from "../../delivery/http/preview.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { pagePath } from "../../records/addresses.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { DocumentRecord, EpisodeRecord, LibraryRecord } from "../../records/schema/record.ts";
import type { WorkView } from "../../records/views.ts";
import { openDatabase } from "../../storage/database.ts";
import { type ReadWorkOptions, readWork } from "../../storage/work-view.ts";
import { notFoundPage, withdrawnPage } from "./error-pages.tsx";

interface Kinds {
  Episode: EpisodeRecord;
  Document: DocumentRecord;
}

export interface LoadedWork<Kind extends keyof Kinds> {
  readonly view: WorkView;
  readonly record: Kinds[Kind];
  readonly settings: LibraryRecord | undefined;
  readonly reader: Reader;
}

/**
 * Reads the work that a page shows, or answers in its place: 404, 410, or 301 where the work is of
 * another kind and so has its page elsewhere.
 * @param also what the page shows beside the work and its text
 */
export async function loadWork<Kind extends keyof Kinds>(
  context: RequestContext,
  language: InterfaceLanguage,
  kind: Kind,
  also: ReadWorkOptions = {},
): Promise<LoadedWork<Kind> | Response> {
  const slug = context.req.param("slug") ?? "";
  const now = new Date().toISOString();
  const view = await readWork(openDatabase(context.env.DB), slug, language, now, {
    ...also,
    preview: context.get("preview"),
  });
  const settings = view.library?.record;
  const record = view.work?.record;
  if (record === undefined || record.kind === "Library") return notFoundPage(context, { settings });
  const visibility = visibilityFor(record, view.isPreview, now);
  if (visibility === "hidden") return notFoundPage(context, { settings });
  if (visibility === "withdrawn") return withdrawnPage(context, record, settings);
  if (record.kind !== kind) return context.redirect(pagePath(language, record), 301);
  return { view, record: record as Kinds[Kind], settings, reader: readerOf(language, settings) };
}

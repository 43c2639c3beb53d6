import type { RequestContext } from "../../delivery/http/environment.ts";
import { redirectToCurrentPath } from "../../delivery/http/redirects.ts";
import { loadWork } from "../../delivery/load-work.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { pagePath } from "../../records/addresses.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { ItemOfKind } from "../../records/schema/kinds.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import type { SecondaryText, WorkView } from "../../records/views.ts";
import { notFoundPage, withdrawnPage } from "./error-pages.tsx";

export interface PageWork<Kind extends "Episode" | "Document"> {
  readonly view: WorkView;
  readonly record: ItemOfKind<Kind>;
  readonly settings: LibraryRecord | undefined;
  readonly reader: Reader;
}

/**
 * Reads the work that a page shows, or answers with an error page (404, 410) or with a redirect (301) if
 * the work has its page at another address: it is of another kind, or was renamed.
 */
export async function loadWorkOrErrorPage<Kind extends "Episode" | "Document">(
  context: RequestContext,
  language: InterfaceLanguage,
  kind: Kind,
  secondary: SecondaryText | undefined,
): Promise<PageWork<Kind> | Response> {
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadWork(context, [kind], {
    slug,
    language,
    parts: ["text", "series", "next", "related"],
    secondary,
  });
  const { view } = loaded;
  const settings = view.library?.record;
  switch (loaded.outcome) {
    case "not-found":
      return notFoundPage(context, { settings });
    case "withdrawn":
      return withdrawnPage(context, loaded.record, settings);
    case "other-kind":
    case "renamed":
      return redirectToCurrentPath(context, pagePath(language, loaded.record));
    case "found":
      return { view, record: loaded.record, settings, reader: readerOf(language, settings) };
  }
}

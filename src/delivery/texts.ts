import { documentFormats } from "../documents/formats.ts";
import { baseLanguage } from "../i18n/tag.ts";
import { textPath } from "../records/addresses.ts";
import { buildDocumentSource } from "./document-source.ts";
import { cachedRender } from "./http/cached-render.ts";
import { attachmentDisposition, inlineDisposition } from "./http/disposition.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";
import { loadWorkOrProblem } from "./load-work.ts";

/** `GET /texts/{slug}/{lang}.{md,docx,epub}`: a document's text as a file to take along. */
export async function getText(context: RequestContext): Promise<Response> {
  const [, language, extension = ""] =
    /^([A-Za-z0-9-]+)\.([a-z]+)$/.exec(context.req.param("file") ?? "") ?? [];
  const format = documentFormats.get(extension);
  if (language === undefined || format === undefined) return context.notFound();
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadWorkOrProblem(context, ["Document"], { slug, language });
  if (loaded instanceof Response) return loaded;
  const { view, record } = loaded;
  const { text } = view;
  // The text in the language, or in a variety of it; a page falls back, a file doesn't.
  const isRequested =
    text?.format === "markdown" &&
    (text.language === language || baseLanguage(text.language) === language);
  if (!isRequested) return context.notFound();

  const origin = originOf(context);
  const address = origin + textPath(record.slug, text.language, extension);
  const source = buildDocumentSource(record, view, text, origin, address, new Map());
  const name = `${source.name} (${text.language})`;
  const headers = {
    "Content-Language": text.language,
    "Content-Type": format.contentType,
    "Content-Disposition": (format.saved ? attachmentDisposition : inlineDisposition)(
      name,
      extension,
    ),
    Link: `<${address}>; rel="canonical"`,
  };
  const parts = [view.work?.digest, view.library?.digest, address];
  return respondWithEtag(context, parts, headers, (etag) =>
    cachedRender(etag, () => format.render(source)),
  );
}

import { documentFormats } from "../../documents/formats.ts";
import type { DocumentPicture } from "../../documents/source.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { textPath } from "../../records/addresses.ts";
import { picturesOf } from "../../records/blobs.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";
import { readBlob } from "../../storage/blobs.ts";
import { cachedRender } from "../http/cached-render.ts";
import { attachmentDisposition, inlineDisposition } from "../http/disposition.ts";
import { originOf, type RequestContext } from "../http/environment.ts";
import { respondWithEtag } from "../http/respond.ts";
import { loadWorkOrProblem } from "../load-work.ts";
import { buildDocumentSource } from "./source.ts";

/** `GET /texts/{slug}/{lang}.{md,docx,epub}`: a document's text as a file to take along. */
export async function getText(context: RequestContext): Promise<Response> {
  const [, language, extension = ""] =
    /^([A-Za-z0-9-]+)\.([a-z]+)$/.exec(context.req.param("file") ?? "") ?? [];
  const format = documentFormats.get(extension);
  if (language === undefined || format === undefined) return context.notFound();
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadWorkOrProblem(context, ["Document"], {
    slug,
    language,
    parts: ["text", "series"],
  });
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
  const links = linkedPictures(record, origin);
  const source = buildDocumentSource(record, view, text, origin, address, links);
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
    cachedRender(etag, async () => {
      if (format.embedsPictures === undefined) return format.render(source);
      const pictures = await readPictures(context.env.BLOBS, links);
      return format.render({ ...source, pictures });
    }),
  );
}

/** How large the pictures of a book may be together, because they are held in memory: 128 MB are all there is. */
const maxEmbeddedBytes = 30_000_000;

type LinkedPicture = DocumentPicture & { readonly size: number };

function linkedPictures(record: DocumentRecord, origin: string): Map<string, LinkedPicture> {
  return new Map(
    [...picturesOf(record, origin)].map(([name, { file, ...shown }]) => [
      name,
      { ...shown, ...file },
    ]),
  );
}

/** The pictures with their bytes; the book describes those that aren't stored or don't fit in it. */
async function readPictures(
  bucket: R2Bucket,
  linked: ReadonlyMap<string, LinkedPicture>,
): Promise<Map<string, DocumentPicture>> {
  const pictures = new Map<string, DocumentPicture>();
  let total = 0;
  for (const [name, picture] of linked) {
    total += picture.size;
    const stored = total > maxEmbeddedBytes ? undefined : await readBlob(bucket, picture.sha256);
    if (stored?.body === undefined) continue;
    const bytes = new Uint8Array(await new Response(stored.body).arrayBuffer());
    pictures.set(name, { ...picture, bytes });
  }
  return pictures;
}

import type { ZipEntry } from "../../files/zip.ts";
import {
  failedPrecondition,
  makeEtag,
  pageCaching,
  preconditionAnswer,
} from "../http/conditional.ts";
import { attachmentDisposition } from "../http/disposition.ts";
import type { RequestContext } from "../http/environment.ts";
import { zipStream } from "../zip-stream.ts";

interface CartridgeAnswer {
  readonly slug: string;
  readonly title: { readonly language: string };
  /** The canonical address. */
  readonly address: string;
  readonly digests: readonly (string | undefined)[];
}

/** The time of every file: the same records give the same bytes. ZIP knows no earlier one. */
const fileTime = "1980-01-01T00:00:00";

/** Streams a cartridge, with the media type that IMS registered for version 1.1; 304 to who has it, 412 to who expects another. */
export async function respondWithCartridge(
  context: RequestContext,
  { slug, title, address, digests }: CartridgeAnswer,
  entries: (etag: string) => readonly ZipEntry[],
): Promise<Response> {
  const etag = await makeEtag([address, title.language, ...digests]);
  const headers = {
    ETag: etag,
    "Cache-Control": pageCaching,
    "Content-Language": title.language,
    "Content-Type": "application/vnd.ims.imsccv1p1",
    "Content-Disposition": attachmentDisposition(`${slug}.${title.language}`, "imscc"),
    Link: `<${address}>; rel="canonical"`,
  };
  const failed = failedPrecondition(context, etag);
  if (failed !== undefined) return preconditionAnswer(context, failed, headers);
  return context.body(zipStream(entries(etag), fileTime), 200, headers);
}

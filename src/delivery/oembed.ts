import { defaultNeighbours } from "../i18n/fallback.ts";
import { parseWorkAddress } from "../syndication/oembed/address.ts";
import { isOEmbedFormat, oEmbedFormats } from "../syndication/oembed/formats.ts";
import { type OEmbedSource, oEmbedFor, oEmbedTitle } from "../syndication/oembed/oembed.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { problem } from "./http/problem.ts";
import { respondWithEtag } from "./http/respond.ts";
import { loadWork } from "./load-work.ts";

/** The kinds of works that can be embedded. */
const kinds = ["Episode", "Document", "Series"] as const;

/** `GET /oembed?url=&format=&maxwidth=&maxheight=`: how other sites show a work whose address was pasted (oEmbed 1.0). */
export async function getOEmbed(context: RequestContext): Promise<Response> {
  const requested = context.req.query("url") ?? "";
  if (!URL.canParse(requested)) {
    const detail = "url takes the whole address of a page of this library: https://…";
    return problem(context, 400, "invalid-request", "Write the address of a page", detail);
  }
  const formatName = (context.req.query("format") || "json").toLowerCase();
  if (!isOEmbedFormat(formatName)) {
    const detail = "format takes json or xml";
    return problem(context, 501, "unknown-format", "There is no such format", detail);
  }
  const origin = originOf(context);
  const address = parseWorkAddress(new URL(requested), new URL(origin).host);
  if (address === undefined) return notFound(context);
  const { slug, section } = address;
  const { view, ...found } = await loadWork(context, kinds, {
    slug,
    language: address.language ?? "und",
    parts: [],
  });
  // Whoever asks with a former slug gets the answer at once: consumers follow no redirects here.
  const item = view.work?.record;
  const isPublic = found.outcome === "found" || found.outcome === "renamed";
  if (!isPublic || item === undefined || item.kind === "Library") return notFound(context);
  if (section === "series" && item.kind !== "Series") return notFound(context);

  const settings = view.library?.record;
  const source: OEmbedSource = {
    item,
    settings,
    address,
    neighbours: settings?.neighbours ?? defaultNeighbours,
    max: {
      width: parsePixels(context.req.query("maxwidth")),
      height: parsePixels(context.req.query("maxheight")),
    },
    origin,
  };
  const { contentType, render } = oEmbedFormats[formatName];
  const headers = {
    "Content-Type": contentType,
    "Content-Language": oEmbedTitle(source).language,
  };
  const digests = [view.library, view.work].map((part) => part?.digest);
  return respondWithEtag(context, [context.req.url, ...digests], headers, () =>
    render(oEmbedFor(source)),
  );
}

/** Withdrawn works as well: oEmbed knows no other status for what can't be embedded (section 2.3.5). */
function notFound(context: RequestContext): Response {
  const detail = "url must be the address of a public film, document or series of this library";
  return problem(context, 404, "not-found", "There is nothing to embed at this address", detail);
}

/** A number of CSS pixels. What isn't one sets no limit, as if it weren't given. */
function parsePixels(text: string | undefined): number | undefined {
  const pixels = /^[0-9]{1,6}(?:\.[0-9]{1,3})?$/.test(text ?? "") ? Math.floor(Number(text)) : 0;
  return pixels > 0 ? pixels : undefined;
}

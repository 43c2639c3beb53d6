import type { MiddlewareHandler } from "hono";
import { sha256 } from "../../records/digest.ts";
import type { Environment } from "./environment.ts";

/**
 * Reads a preview's secret from the address (`?preview=…`). No cache keeps and no search engine lists the
 * answer, and its links to the same work have the secret too, so that the reader stays in the preview.
 */
export const previewMiddleware: MiddlewareHandler<Environment> = async (context, next) => {
  const secret = context.req.query("preview");
  if (secret === undefined) return next();
  context.set("preview", await sha256(secret));
  await next();
  const { headers } = context.res;
  headers.set("Cache-Control", "no-store");
  headers.set("X-Robots-Tag", "noindex");
  headers.delete("ETag");
  if (context.res.status === 200 && headers.get("Content-Type")?.startsWith("text/html")) {
    const slug = context.req.param("slug") ?? "";
    const files = context.get("previewedFiles") ?? new Set();
    context.res = addSecretToLinks(slug, files, secret).transform(context.res);
  }
  return undefined;
};

/**
 * Adds the secret to every address of the work in a page: links, captions, transcripts and media.
 * @param files the digests of the work's files
 */
function addSecretToLinks(slug: string, files: ReadonlySet<string>, secret: string): HTMLRewriter {
  const workAddress = new RegExp(
    `^(?:https?://[^/]+)?/(?:[a-z]{2}/(?:watch|read)|embed|captions|texts|transcripts)/${slug}(?=[/?#]|$)`,
  );
  return new HTMLRewriter().on("*", {
    element(element) {
      for (const [name = "", value = ""] of [...element.attributes]) {
        const [, digest = ""] = mediaAddress.exec(value) ?? [];
        if (!workAddress.test(value) && !files.has(digest)) continue;
        const [address = "", ...fragment] = value.split("#");
        const joined = `${address}${address.includes("?") ? "&" : "?"}preview=${secret}`;
        element.setAttribute(name, [joined, ...fragment].join("#"));
      }
    },
  });
}

/** A blob's address, and the digest in it. */
const mediaAddress = /^(?:https?:\/\/[^/]+)?\/media\/([0-9a-f]{64})\./;

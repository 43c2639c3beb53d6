import { readAsset } from "../../delivery/http/assets.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { respondWithEtag } from "../../delivery/http/respond.ts";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";

/** `/player/{lang}.js`: the script the player loads on first use, with its strings in one language (DESIGN 8). */
export async function getLazyScript(context: RequestContext): Promise<Response> {
  const file = context.req.param("file") ?? "";
  const language = interfaceLanguages.find((known) => file === `${known}.js`);
  if (language === undefined) return context.notFound();
  const headers = {
    "Content-Type": "text/javascript; charset=utf-8",
    "Content-Language": language,
  };
  return respondWithEtag(context, [context.req.path], headers, () =>
    readAsset(context.env, `player.${language}.js`),
  );
}

/** `/embed.js`: the helper script for pages that show an embed (docs/embed.md). */
export function getHostPageScript(context: RequestContext): Promise<Response> {
  const headers = { "Content-Type": "text/javascript; charset=utf-8" };
  return respondWithEtag(context, [context.req.path], headers, () =>
    readAsset(context.env, "embed.js"),
  );
}

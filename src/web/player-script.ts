import { hostScript, moreScript } from "../../build/browser.ts";
import { interfaceLanguages } from "../languages/interface.ts";
import type { PlayerWords } from "../languages/strings/player/en.ts";
import type { RequestContext } from "./environment.ts";
import { readerOf } from "./reader.ts";
import { respondUnlessKnown } from "./respond.ts";

/** `/player/{lang}.js`: what the player loads on first use, with its words in one language (DESIGN 8). */
export async function getPlayerScript(context: RequestContext): Promise<Response> {
  const file = context.req.param("file") ?? "";
  const language = interfaceLanguages.find((known) => file === `${known}.js`);
  if (language === undefined) return context.notFound();
  const { player, watchHere, nextEpisode } = readerOf(language, undefined).strings;
  const words: PlayerWords = { ...player, watchHere, nextEpisode };
  const headers = {
    "Content-Type": "text/javascript; charset=utf-8",
    "Content-Language": language,
  };
  return respondUnlessKnown(
    context,
    [context.req.path],
    headers,
    () => `const words=${JSON.stringify(words)};${moreScript}`,
  );
}

/** `/embed.js`: the helper for a page that an embed stands on (docs/embed.md). */
export function getHostScript(context: RequestContext): Promise<Response> {
  const headers = { "Content-Type": "text/javascript; charset=utf-8" };
  return respondUnlessKnown(context, [context.req.path], headers, () => hostScript);
}

import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RequestContext } from "../../delivery/http/environment.ts";

/** Answers with a page of the console, which no cache keeps. */
export async function respondWithConsole(
  context: RequestContext,
  language: string,
  page: Child,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  return context.body(String(await page), status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": language,
    "Cache-Control": "no-store",
  });
}

import type { RequestContext } from "./environment.ts";

/** Forms as browsers send them (HTML, “Form submission”). */

/** Whether the body is said to be a form. */
export function isForm(context: RequestContext): boolean {
  const type = context.req.header("Content-Type") ?? "";
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(type);
}

/** The body is said to be a form and isn't one: no browser sends such a request. */
export class UnreadableForm extends Error {}

/**
 * The texts of the form in a request's body, by their names; empty if the body is said to be something else. It may be
 * called again: Hono keeps what it has read.
 * @throws UnreadableForm if the body is of another character encoding than UTF-8, or has no parts
 */
export async function readForm(context: RequestContext): Promise<Readonly<Record<string, string>>> {
  if (!isForm(context)) return {};
  const form = await context.req.parseBody().catch((error: unknown) => {
    // workerd's parser throws this kind for a form that it can't read, and others for a body that doesn't arrive.
    throw error instanceof TypeError ? new UnreadableForm(error.message) : error;
  });
  const texts = Object.entries(form).filter((entry): entry is [string, string] => {
    return typeof entry[1] === "string";
  });
  return Object.fromEntries(texts);
}

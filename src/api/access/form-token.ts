import type { RequestContext } from "../../delivery/http/environment.ts";
import { readForm } from "../../delivery/http/form.ts";
import { sha256 } from "../../records/digest.ts";

/**
 * Every change in the console repeats a secret that only the console's own pages know, besides the checks of its
 * origin: a form in the field, a script in the header. It is made from what the browser is signed in with, so one
 * person's is of no use in another's browser.
 */

export const formTokenField = "token";
export const formTokenHeader = "X-Form-Token";

/** @param secret the session's secret, or the assertion of Cloudflare Access */
export function formTokenOf(secret: string): Promise<string> {
  return sha256(`form token\n${secret}`);
}

/** Whether a request has the form token, in its header or in its form. */
export async function hasFormToken(context: RequestContext, expected: string): Promise<boolean> {
  const header = context.req.header(formTokenHeader);
  if (header !== undefined) return header === expected;
  const { [formTokenField]: sent } = await readForm(context);
  return sent === expected;
}

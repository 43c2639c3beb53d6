import { ask, origin } from "../support/ask.ts";

/** A browser that is signed in to the console. */
export interface SignedIn {
  /** Its `Cookie` header. */
  readonly cookie: string;
  /** The token that its forms repeat. */
  readonly formToken: string;
}

/** What a browser of today sends with a form of one of our own pages. */
export const ownForm = {
  Origin: origin,
  "Sec-Fetch-Site": "same-origin",
  "Content-Type": "application/x-www-form-urlencoded",
};

export function postForm(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields).toString();
  return ask(path, { method: "POST", body, headers: { ...ownForm, ...headers } });
}

/** Signs in with a staff token, as the form does. */
export async function signIn(secret: string): Promise<SignedIn> {
  const answer = await postForm("/staff/sign-in", { secret });
  const [cookie = ""] = (answer.headers.get("Set-Cookie") ?? "").split(";");
  const page = await (await ask("/staff", { headers: { Cookie: cookie } })).text();
  const [, formToken = ""] = /name="token" value="([0-9a-f]{64})"/.exec(page) ?? [];
  if (formToken === "") throw new Error(`Not signed in: ${answer.status}`);
  return { cookie, formToken };
}

/** A page of the console for a signed-in browser. */
export function getAs({ cookie }: SignedIn, path: string): Promise<Response> {
  return ask(path, { headers: { Cookie: cookie } });
}

/** A form that a signed-in browser sends. */
export function postAs(
  { cookie, formToken }: SignedIn,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return postForm(path, { token: formToken, ...fields }, { Cookie: cookie });
}

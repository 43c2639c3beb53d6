import { env } from "cloudflare:workers";
import type { Bindings } from "../../src/delivery/http/environment.ts";
import { routes } from "../../src/routes.ts";

/** The origin of the library in tests. */
export const origin = "https://library.example";

/** Sends a request for a path to the library. */
export async function ask(
  path: string,
  init: RequestInit = {},
  bindings: Bindings = env,
): Promise<Response> {
  return routes.fetch(new Request(origin + path, init), bindings);
}

/** GET with request headers. */
export function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return ask(path, { headers });
}

/** The JSON of a response, untyped as for other programs. */
export async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  return response.json();
}

/** The bytes of a response as text, for any media type. */
export async function bodyOf(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer());
}

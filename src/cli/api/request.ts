import type * as z from "zod";
import { problem } from "../../api/contract.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { toSafeLine } from "../output/safe-text.ts";
import { ApiError } from "./api-error.ts";
import { statusMessage, unreachableMessage } from "./error-text.ts";
import { type SentRequest, sendRequest } from "./send-request.ts";

/**
 * Sends a request to the staff API and reads its answer.
 * @param path what follows `/api/v1/staff/`
 * @param schema the answer's, from the contract
 * @throws ApiError if the server refuses this request; CliError if it can't be reached, refuses the token
 *   or sends an answer that doesn't fit the schema
 */
export async function fetchStaffApi<Schema extends z.ZodType>(
  { url, token }: Settings,
  path: string,
  schema: Schema,
  request: SentRequest = {},
): Promise<z.output<Schema>> {
  const authorization = `Bearer ${token}`;
  const headers = { accept: "application/json", ...request.headers, authorization };
  const sent = sendRequest(`${url}/api/v1/staff/${path}`, { ...request, headers });
  const { status, text } = await sent.catch((error: unknown) => {
    throw new CliError(unreachableMessage(url, error));
  });
  return parseAnswer(schema, readAnswer(status, text, url), url);
}

/** A request with a JSON body. */
export function sendJson(
  method: "POST" | "PUT",
  body: object,
  headers: Readonly<Record<string, string>> = {},
): SentRequest {
  return {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

/** An answer's JSON. @throws ApiError or CliError if the answer isn't a success */
export function readAnswer(status: number, text: string, url: string): unknown {
  const body = parseJson(text);
  if (status >= 200 && status < 300) return body;
  const known = problem.partial().safeParse(body).data;
  // A 404 without a detail comes from another server: statusMessage says so.
  const detail = known?.detail ?? (status === 404 ? undefined : known?.title);
  const message = statusMessage(status, url, detail);
  const isForAll = status === 401 || status === 403 || (status >= 300 && status < 400);
  throw isForAll ? new CliError(message) : new ApiError(message, body);
}

/** A text's JSON; undefined if it isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws CliError if the answer doesn't have the shape that this version knows */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  url: string,
): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.map(String).join(".") || "the whole answer";
  const reason = toSafeLine(`${field}: ${issue?.message}`);
  throw new CliError(
    `The answer from ${url} isn't one that this version of videoteca can read (${reason}). See whether VIDEOTECA_URL is right, and whether the library and the command have the same version.`,
  );
}

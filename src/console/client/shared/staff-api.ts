import type * as z from "zod";
import { type Problem, problem } from "../../../api/contract/problems.ts";

/** The library refused a request. */
export class StaffApiError extends Error {
  readonly problem: Problem;
  /** The whole document: some types have members of their own (RFC 9457 §3.2). */
  readonly document: unknown;

  constructor(refused: Problem, document: unknown) {
    super(refused.detail ?? refused.title);
    this.problem = refused;
    this.document = document;
  }
}

/** The library can't be reached, or answers what no release of it does. The page keeps what was written, and tries again. */
export class NoAnswerError extends Error {}

export interface StaffRequest {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: Blob | ArrayBuffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The staff API with the session of the page (docs/console.md, “Programs”). */
export interface StaffApi {
  /**
   * Sends a request to `/staff/api/…` and parses the answer.
   * @param path what follows `/staff/api/`
   * @throws StaffApiError if the library refuses it; NoAnswerError if no answer arrives
   */
  send<T>(path: string, schema: z.ZodType<T>, request?: StaffRequest): Promise<Answer<T>>;
}

export interface Answer<T> {
  readonly value: T;
  readonly status: number;
  readonly headers: Headers;
}

/** @param formToken the secret of the page's session (src/api/access/form-token.ts); a function if it can change */
export function createStaffApi(formToken: string | (() => string)): StaffApi {
  return {
    async send(path, schema, { method = "GET", json, body, headers = {}, signal } = {}) {
      const response = await fetch(`/staff/api/${path}`, {
        method,
        headers: {
          Accept: "application/json",
          "X-Form-Token": typeof formToken === "string" ? formToken : formToken(),
          ...(json === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        redirect: "error",
        body: json === undefined ? (body ?? null) : JSON.stringify(json),
        ...(signal === undefined ? {} : { signal }),
      }).catch((error: unknown) => {
        if (signal?.aborted === true) throw error;
        throw new NoAnswerError("The library doesn't answer.");
      });
      const document = await readJson(response);
      if (!response.ok) throw new StaffApiError(problem.parse(document), document);
      return { value: schema.parse(document), status: response.status, headers: response.headers };
    },
  };
}

/** The JSON of an answer; null if it has none. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new NoAnswerError(
      `The library answers ${response.status} with something else than JSON.`,
    );
  }
}

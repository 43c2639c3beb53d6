import { problem } from "../contract.ts";
import type { ContractSchemas, JsonSchema } from "./schemas.ts";

/** The answers with a problem document, by status. docs/problems.md says what to do about each type. */
const problems: Readonly<Record<number, readonly [name: string, description: string]>> = {
  400: ["InvalidRequest", "A parameter or the body isn't valid; `detail` says what to send."],
  401: ["Unauthorized", "The token is missing, wrong, expired or revoked."],
  403: ["Forbidden", "The token doesn't have the scope that this needs."],
  404: ["NotFound", "There is no such thing, or it isn't public."],
  405: ["MethodNotAllowed", "`Allow` lists the methods that this address accepts."],
  409: ["Conflict", "The library's state doesn't allow this; `type` and `detail` say why."],
  410: ["Withdrawn", "The work was withdrawn; `detail` has the public notice."],
  412: ["Moved", "Someone else changed the work meanwhile."],
  413: ["TooLarge", "The body is too large; `detail` says how large it may be."],
  422: ["InvalidContent", "The content isn't valid; `detail` names each error."],
  428: ["PreconditionRequired", "`If-Match` or `If-None-Match` is missing."],
  429: ["TooManyRequests", "Too many requests from this network: try again after `Retry-After`."],
  503: [
    "Unavailable",
    "The database or the file store doesn't answer: send the same request again after `Retry-After`.",
  ],
};

const header = (description: string): JsonSchema => ({ description, schema: { type: "string" } });

/** Headers of answers: the version of one, and where the next page of a list is. */
export const etagHeader = { ETag: header("Its version, for `If-None-Match`.") };
export const linkHeader = {
  Link: header('The next page, as `<address>; rel="next"`; missing on the last one.'),
};

/** The answer for those who have this version (RFC 9110 §15.4.5). */
export const notModified = {
  "304": { description: "You have this version.", headers: etagHeader },
};

/** The answer at the address of a work that has another slug today. */
export const renamed = {
  "301": {
    description: "It has another slug today.",
    headers: { Location: header("Its address.") },
  },
};

/** References to the answers of some statuses, in the order of the statuses. */
export function problemResponses(statuses: readonly number[]): Record<string, JsonSchema> {
  const sorted = [...new Set(statuses)].sort((a, b) => a - b);
  return Object.fromEntries(
    sorted.map((status) => [
      String(status),
      { $ref: `#/components/responses/${problems[status]?.[0]}` },
    ]),
  );
}

/** Every answer with a problem document, as components. */
export function problemComponents(schemas: ContractSchemas): Record<string, JsonSchema> {
  const schema = schemas.reference(problem);
  return Object.fromEntries(
    Object.values(problems).map(([name, description]) => [
      name,
      { description, content: { "application/problem+json": { schema } } },
    ]),
  );
}

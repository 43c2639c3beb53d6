import type { Hono } from "hono";
import { type ClientRequestOptions, hc } from "hono/client";
import type * as z from "zod";
import type { publicOperations } from "./contract/operations/public.ts";
import type { Problem } from "./contract.ts";

type PublicOperations = typeof publicOperations;

/** `:slug` in an address is a member `slug` of `param`. */
type PathParameters<Path extends string> = Path extends `${string}:${infer Name}`
  ? { param: Record<Name, string> }
  : unknown;

/** `query` may be left out if all of its members may be. */
type QueryParameters<Operation> = Operation extends {
  readonly parameters: infer Parameters extends z.ZodType;
}
  ? object extends z.input<Parameters>
    ? { query?: z.input<Parameters> }
    : { query: z.input<Parameters> }
  : unknown;

type Answer<Operation> = Operation extends { readonly answer: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : Record<string, unknown>;

/** The read API as types of Hono, made from the contract and not from handlers, so that a client doesn't import these. */
export type ReadApi = Hono<
  object,
  {
    [Name in keyof PublicOperations as Name extends `GET ${infer Path}` ? Path : never]: {
      $get:
        | {
            input: PathParameters<Name> & QueryParameters<PublicOperations[Name]>;
            output: Answer<PublicOperations[Name]>;
            outputFormat: "json";
            status: 200;
          }
        | {
            input: PathParameters<Name> & QueryParameters<PublicOperations[Name]>;
            output: Problem;
            outputFormat: "json";
            status: 400 | 404 | 410 | 429 | 500 | 503;
          };
    };
  },
  "/"
>;

/**
 * A typed client of the read API.
 * @param origin the library's: `https://library.example`
 */
export function readClient(origin: string, options?: ClientRequestOptions) {
  return hc<ReadApi>(origin, options);
}

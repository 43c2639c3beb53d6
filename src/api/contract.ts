import { publicOperations } from "./contract/operations/public.ts";
import { staffOperations } from "./contract/operations/staff.ts";

/**
 * The staff and read API: what each address takes and answers, once for the server, the command line, the console,
 * the OpenAPI document (openapi/) and hono's client (client.ts).
 */

/** Every operation by method and address, as src/routes.ts and src/staff-routes.ts list them. */
export const operations = { ...publicOperations, ...staffOperations };

export * from "./contract/changes.ts";
export * from "./contract/drafts.ts";
export * from "./contract/headers.ts";
export * from "./contract/history.ts";
export * from "./contract/immutable.ts";
export * from "./contract/languages.ts";
export * from "./contract/maintenance.ts";
export type { Operation } from "./contract/operations/operation.ts";
export * from "./contract/parameters.ts";
export * from "./contract/problems.ts";
export * from "./contract/public-work.ts";
export * from "./contract/publishing.ts";
export * from "./contract/read-parameters.ts";
export * from "./contract/record-change.ts";
export * from "./contract/reports.ts";
export * from "./contract/search.ts";
export * from "./contract/search-answer.ts";
export * from "./contract/series.ts";
export * from "./contract/tokens.ts";
export * from "./contract/works.ts";

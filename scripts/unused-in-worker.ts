/**
 * Stands in the Worker's bundle for modules that its libraries import and the Worker never calls: wrangler.toml names
 * them under [alias]. Nothing else imports this file. A name that a library asks for by itself has to be here; a
 * namespace import (zod's `processors`) may find less. test/scripts/bundle.test.ts compares both with the libraries.
 */

/** Throws: what is called here is missing in the Worker. */
function leftOut(): never {
  throw new Error("The Worker's bundle leaves this function out (wrangler.toml, [alias]).");
}

/** A class that nothing is an instance of. */
class Nothing {}

// zod: JSON Schemas are written by scripts/make-schema.ts and scripts/build.ts, in Node.
// zod: its English messages, in whose place src/records/schema/issue-messages.ts puts ours.
export default () => ({ localeError: () => "isn't valid" });

/** zod: what ends the check of a value that contains itself. JSON can't. */
export const memoizer = (): undefined => undefined;

// zod: the same for schemas that are compiled, which we don't use.
// drizzle: relational queries (`db.query`), for which `drizzle()` would need a schema.
export {
  leftOut as isBackEdge,
  leftOut as isRecursiveSchema,
  leftOut as createStandardJSONSchemaMethod,
  leftOut as createToJSONSchemaMethod,
  leftOut as toJSONSchema,
  leftOut as createTableRelationsHelpers,
  leftOut as extractTablesRelationalConfig,
  leftOut as getOperators,
  leftOut as getOrderByOperators,
  leftOut as normalizeRelation,
  Nothing as Many,
  Nothing as One,
  Nothing as RelationalQueryBuilder,
};

/** drizzle: whether a value is an enum of PostgreSQL. */
export const isPgEnum = (): false => false;

// drizzle: tables under another name, of which relational queries are made.
// drizzle: tables whose columns are a function; ours are objects.
// zod: the source of compiled schemas, which workerd doesn't let a Worker evaluate.
// hono: src/routes.ts and src/staff-routes.ts choose the router that takes all their addresses.
// hono: applications of other frameworks (`mount`).
export {
  leftOut as aliasedTable,
  leftOut as aliasedTableColumn,
  leftOut as mapColumnsInAliasedSQLToAlias,
  leftOut as mapColumnsInSQLToAlias,
  leftOut as getPgColumnBuilders,
  leftOut as getSQLiteColumnBuilders,
  leftOut as createMountedRequest,
  Nothing as Doc,
  Nothing as TableAliasProxyHandler,
  Nothing as RegExpRouter,
  Nothing as SmartRouter,
};

/**
 * hono: elements that it treats specially (`<title>`, `<meta>`, `<link>` outside a head move into it, a form's action may
 * be a function). Pages write each where it belongs.
 */
export const components_exports = {};

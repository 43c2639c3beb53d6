import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The library's own id, in one row. A migration makes it at random, so that older libraries have one too. It
 * stays when the library's address or name changes, and an import doesn't copy it: a backup is known by it.
 */
export const identity = sqliteTable("identity", { id: text().primaryKey() });

import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The library's own id, in one row, by which a backup is known. It is made at random when staff first list the
 * works, so that older libraries get one too. It stays when the library's address or name changes, and an
 * import doesn't copy it.
 */
export const identity = sqliteTable("identity", { id: text().primaryKey() });

import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { isSlug } from "./checks.ts";
import { works } from "./works.ts";

/**
 * The slugs that works had before, or that their manifests name as such: each leads to one work. A slug is never
 * the current one of a work and a former one at the same time.
 */
export const formerSlugs = sqliteTable(
  "former_slugs",
  {
    slug: text().primaryKey(),
    /** The slug of the work that had it. */
    work: text()
      .notNull()
      .references(() => works.slug),
  },
  (table) => [
    check("former_slugs_slug", isSlug(table.slug)),
    index("former_slugs_work").on(table.work),
  ],
);

import { and, eq, ne, sql } from "drizzle-orm";
import type { Kind } from "../../records/schema/publishing-fields.ts";
import type { Database } from "../database.ts";
import { revisionBlobs, works } from "../tables.ts";

/** A work whose current revision names a file. */
export interface WorkOfBlob {
  readonly sha256: string;
  readonly slug: string;
  readonly kind: Kind;
}

/** Finds the works that have some files today, in one round trip; withdrawn ones are left out. */
export function findWorksByBlobs(
  database: Database,
  digests: readonly string[],
): Promise<WorkOfBlob[]> {
  return database
    .select({ sha256: revisionBlobs.sha256, slug: works.slug, kind: works.kind })
    .from(revisionBlobs)
    .innerJoin(
      works,
      and(eq(works.slug, revisionBlobs.slug), eq(works.revision, revisionBlobs.number)),
    )
    .where(
      and(
        sql`${revisionBlobs.sha256} in (select value from json_each(${JSON.stringify(digests)}))`,
        ne(works.status, "withdrawn"),
      ),
    )
    .orderBy(works.slug);
}

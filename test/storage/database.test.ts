import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase, readAllRows, readFirstRow } from "../../src/storage/database.ts";
import { works } from "../../src/storage/tables.ts";

const database = openDatabase(env.DB);

test("values are bound in the order in which they stand in a statement and in its parts", async () => {
  const inner = sql`${"b"} || ${sql.join([sql`${"c"}`, sql.raw("'d'")], sql` || `)}`;
  const rows = await readAllRows(
    database,
    sql`select ${"a"} as one, ${inner} as two, ${null} as three, ${1.5} as four
      union all select ${"'; drop table works; --"}, '', '', ''`,
  );
  expect(rows).toEqual([
    { one: "a", two: "bcd", three: null, four: 1.5 },
    { one: "'; drop table works; --", two: "", three: "", four: "" },
  ]);
});

test("the first row of a statement without rows is undefined", async () => {
  expect(await readFirstRow(database, sql`select 1 as one where false`)).toBeUndefined();
});

test("a table or a column in a statement is refused instead of bound as a value", async () => {
  for (const part of [works, works.slug]) {
    await expect(readAllRows(database, sql`select * from ${part}`)).rejects.toThrow(TypeError);
  }
});

/**
 * The least that a Worker can do for the same answers: one read of D1, one read of a range of R2, or nothing. An answer
 * to compare with has as many bytes (`?bytes=`): to move them costs more than to make them.
 */
interface Bindings {
  readonly DB: D1Database;
  readonly BLOBS: R2Bucket;
}

const rowBytes = 2_000;
const objectBytes = 1_048_576;

export default {
  async fetch(request, { DB, BLOBS }) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/prepare") {
      await DB.batch([
        DB.prepare("create table works (slug text primary key, public_record text)"),
        DB.prepare("insert into works values ('film', ?)").bind("a film ".repeat(rowBytes / 7)),
      ]);
      await BLOBS.put("film", new Uint8Array(objectBytes));
      return new Response("ready");
    }
    if (pathname === "/d1") {
      const row = await DB.prepare("select public_record from works where slug = ?")
        .bind("film")
        .first<{ public_record: string }>();
      const text = row?.public_record ?? "";
      const bytes = Number(searchParams.get("bytes") ?? text.length);
      const body = text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);
      return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    }
    if (pathname === "/d1-304") {
      await DB.prepare("select public_record from works where slug = ?").bind("film").first();
      return new Response(null, { status: 304 });
    }
    if (pathname === "/r2") {
      const object = await BLOBS.get("film", { range: { offset: 0, length: 65_536 } });
      return new Response(object?.body, { status: 206 });
    }
    if (pathname === "/put" && request.body !== null) {
      const object = await BLOBS.put("sent", request.body);
      return Response.json({ size: object?.size });
    }
    return new Response(null, { status: 304 });
  },
} satisfies ExportedHandler<Bindings>;

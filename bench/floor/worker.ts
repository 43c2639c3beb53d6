/**
 * The least a Worker can do for the same answers: one D1 read, or one R2 read of a range. An answer to
 * compare with has as many bytes (`?bytes=`): to move them costs more than to make them.
 */
interface Bindings {
  readonly DB: D1Database;
  readonly BLOBS: R2Bucket;
}

export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/d1") {
      const row = await env.DB.prepare("select public_record from works where slug = ?")
        .bind("criminalizing-migration")
        .first<{ public_record: string }>();
      const text = row?.public_record ?? "";
      const bytes = Number(searchParams.get("bytes") ?? text.length);
      const body = text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);
      return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    }
    const [, key = ""] = pathname.split("/r2/");
    const object = await env.BLOBS.get(`blobs/${key}`, { range: { offset: 0, length: 65_536 } });
    return new Response(object?.body, { status: 206 });
  },
} satisfies ExportedHandler<Bindings>;

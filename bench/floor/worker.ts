/** The least a Worker can do for the same answers: one D1 read, or one R2 read of a range. */
interface Bindings {
  readonly DB: D1Database;
  readonly BLOBS: R2Bucket;
}

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === "/d1") {
      const row = await env.DB.prepare("select public_record from works where slug = ?")
        .bind("criminalizing-migration")
        .first<{ public_record: string }>();
      return new Response(row?.public_record);
    }
    const [, key = ""] = pathname.split("/r2/");
    const object = await env.BLOBS.get(`blobs/${key}`, { range: { offset: 0, length: 65_536 } });
    return new Response(object?.body, { status: 206 });
  },
} satisfies ExportedHandler<Bindings>;

import { readAsset } from "../../delivery/http/assets.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { renderMarkdown } from "../../markdown/html.ts";
import { homePath } from "../../records/addresses.ts";
import { readerOf } from "../../records/reader.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { Layout } from "../layout/layout.tsx";

/** `/docs/problems`: explains every problem `type` that the API returns (RFC 9457 §3.1.1). */
export async function problemsPage(context: RequestContext): Promise<Response> {
  const library = await readLibrary(openDatabase(context.env.DB));
  return respondWithPage(context, "en", [library?.digest], async () => (
    <Layout
      reader={readerOf("en", library?.record)}
      settings={library?.record}
      origin={originOf(context)}
      pathIn={homePath}
      title="Problems"
      isIndexed={false}
    >
      <article class="column document">
        <div
          class="prose"
          // Safe: our own text, and renderMarkdown lets no HTML through.
          dangerouslySetInnerHTML={{
            __html: renderMarkdown(await readAsset(context.env, "problems.md")),
          }}
        />
      </article>
    </Layout>
  ));
}

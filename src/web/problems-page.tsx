import { problemsMarkdown } from "../../build/browser.ts";
import { openDatabase } from "../storage/database.ts";
import { readLibrary } from "../storage/lists.ts";
import { homePath } from "./addresses.ts";
import { originOf, type RequestContext } from "./environment.ts";
import { renderMarkdown } from "./markdown.ts";
import { Layout } from "./parts/layout.tsx";
import { readerOf } from "./reader.ts";
import { respondWithPage } from "./respond.ts";

/** `/docs/problems`: where the `type` of every problem leads (RFC 9457 §3.1.1). */
export async function problemsPage(context: RequestContext): Promise<Response> {
  const library = await readLibrary(openDatabase(context.env.DB));
  return respondWithPage(context, "en", [library?.digest], () => (
    <Layout
      reader={readerOf("en", library?.record)}
      face={library?.record}
      origin={originOf(context)}
      pathIn={homePath}
      title="Problems"
      indexed={false}
    >
      <article
        class="column document prose"
        dangerouslySetInnerHTML={{ __html: renderMarkdown(problemsMarkdown) }}
      />
    </Layout>
  ));
}

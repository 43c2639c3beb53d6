import * as z from "zod";
import { exampleAddress } from "../../api/openapi/example-address.ts";
import { type DocumentedOperation, documentedOperation } from "../../api/openapi/operation.ts";
import { readOpenApi } from "../../api/public/openapi.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { renderMarkdown } from "../../markdown/html.ts";
import { homePath } from "../../records/addresses.ts";
import { readerOf } from "../../records/reader.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { Layout } from "../layout/layout.tsx";

const documentSchema = z.object({
  info: z.object({ description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), documentedOperation)),
});

/** `/api`: the API's description for people, made from the OpenAPI document; it loads nothing. In English. */
export async function apiPage(context: RequestContext): Promise<Response> {
  const library = await readLibrary(openDatabase(context.env.DB));
  const origin = originOf(context);
  return respondWithPage(context, "en", [library?.digest], async () => {
    const { info, tags, paths } = documentSchema.parse(JSON.parse(await readOpenApi(context)));
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    const operationsOf = (tag: string) =>
      operations.filter(({ operation }) => operation.tags.includes(tag));
    return (
      <Layout
        reader={readerOf("en", library?.record)}
        settings={library?.record}
        origin={origin}
        pathIn={homePath}
        title="API"
        isIndexed={false}
      >
        <article class="column document">
          <header class="page-header">
            <h1>API</h1>
            <p>{info.description}</p>
            <p>
              <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a> ·{" "}
              <a href="/docs/problems">Problems</a>
            </p>
          </header>
          <div class="with-contents">
            <nav class="contents" aria-labelledby="contents">
              <h2 id="contents">Contents</h2>
              <ul>
                {tags.map(({ name }) => (
                  <>
                    <li>
                      <a href={`#${idOf(name)}`}>{name}</a>
                    </li>
                    {operationsOf(name).map(({ operation }) => (
                      <li class="nested">
                        <a href={`#${operation.operationId}`}>{operation.summary}</a>
                      </li>
                    ))}
                  </>
                ))}
              </ul>
            </nav>
            <div class="prose">
              {tags.map(({ name, description }) => (
                <section>
                  <h2 id={idOf(name)}>{name}</h2>
                  <p>{description}</p>
                  {operationsOf(name).map((one) => (
                    <OperationSection {...one} origin={origin} />
                  ))}
                </section>
              ))}
            </div>
          </div>
        </article>
      </Layout>
    );
  });
}

/** The id of a tag's heading: `Other programs` has a space, which an id can't have. */
function idOf(tag: string): string {
  return tag.replaceAll(" ", "-");
}

interface OperationProps {
  readonly path: string;
  readonly method: string;
  readonly operation: DocumentedOperation;
  readonly origin: string;
}

function OperationSection({ path, method, operation, origin }: OperationProps) {
  const { operationId, summary, description, parameters = [], responses } = operation;
  const example = exampleIn(responses);
  const address = method === "get" ? exampleAddress(path, operation) : undefined;
  return (
    <section id={operationId}>
      <h3>{summary}</h3>
      <p>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </p>
      {description !== undefined && <Markdown text={description} />}
      {parameters.length > 0 && (
        <dl>
          {parameters.map((parameter) => (
            <>
              <dt>
                <code>{parameter.name}</code>
                {parameter.in === "header" && " (header)"}
              </dt>
              <dd>
                <Markdown text={parameter.description} />
              </dd>
            </>
          ))}
        </dl>
      )}
      {operation.security.length === 0 && address !== undefined && (
        <p>
          For example:{" "}
          <a href={address}>
            <code>{origin + address}</code>
          </a>
        </p>
      )}
      <p>Statuses: {Object.keys(responses).join(", ")}</p>
      {example !== undefined && (
        <details>
          <summary>An answer</summary>
          <pre>
            <code>{JSON.stringify(example, null, 2)}</code>
          </pre>
        </details>
      )}
    </section>
  );
}

/** A description, which may have the Markdown of OpenAPI. Safe: our own text, and renderMarkdown lets no HTML through. */
function Markdown({ text }: { readonly text: string }) {
  return <div dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />;
}

const answerWithExample = z.object({
  content: z.object({ "application/json": z.object({ example: z.unknown() }) }),
});

function exampleIn({ "200": answer }: DocumentedOperation["responses"]): unknown {
  return answerWithExample.safeParse(answer).data?.content["application/json"].example;
}

import * as z from "zod";
import { exampleAddress } from "../../api/openapi/example-address.ts";
import { type DocumentedOperation, documentedOperation } from "../../api/openapi/operation.ts";
import { readOpenApi } from "../../api/public/openapi.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
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
    return (
      <Layout
        reader={readerOf("en", library?.record)}
        settings={library?.record}
        origin={origin}
        pathIn={homePath}
        title="API"
        isIndexed={false}
      >
        <article class="column document prose">
          <h1>API</h1>
          <p>{info.description}</p>
          <p>
            <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a> ·{" "}
            <a href="/docs/problems">Problems</a>
          </p>
          {tags.map(({ name, description }) => (
            <section>
              <h2>{name}</h2>
              <p>{description}</p>
              {operations
                .filter(({ operation }) => operation.tags.includes(name))
                .map((one) => (
                  <OperationSection {...one} origin={origin} />
                ))}
            </section>
          ))}
        </article>
      </Layout>
    );
  });
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
      {description !== undefined && <p>{description}</p>}
      {parameters.length > 0 && (
        <dl>
          {parameters.map((parameter) => (
            <>
              <dt>
                <code>{parameter.name}</code>
                {parameter.in === "header" && " (header)"}
              </dt>
              <dd>{parameter.description}</dd>
            </>
          ))}
        </dl>
      )}
      {operation.security.length === 0 && address !== undefined && (
        <p>
          For example: <code>{origin + address}</code>
        </p>
      )}
      {example !== undefined && (
        <details>
          <summary>An answer</summary>
          {/* A region that scrolls is reached by keyboard (WCAG 2.1.1). */}
          <pre tabindex={0}>
            <code>{JSON.stringify(example, null, 2)}</code>
          </pre>
        </details>
      )}
      <p>Statuses: {Object.keys(responses).join(", ")}</p>
    </section>
  );
}

const answerWithExample = z.object({
  content: z.object({ "application/json": z.object({ example: z.unknown() }) }),
});

function exampleIn({ "200": answer }: DocumentedOperation["responses"]): unknown {
  return answerWithExample.safeParse(answer).data?.content["application/json"].example;
}

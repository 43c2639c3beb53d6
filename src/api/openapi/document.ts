import { type Operation, operations } from "../contract.ts";
import { exampleOf } from "./examples.ts";
import { type FileOperation, fileOperations } from "./files.ts";
import type { DocumentedOperation, Parameter } from "./operation.ts";
import {
  etagHeader,
  linkHeader,
  notModified,
  problemComponents,
  problemResponses,
  renamed,
} from "./responses.ts";
import {
  allowMoreMembers,
  type ContractSchemas,
  contractSchemas,
  type JsonSchema,
} from "./schemas.ts";

/** The version of the read API, as docs/api.md promises it. */
const apiVersion = "1.0.0";

const introduction = `The read API needs no key, may be used from any origin and sets no cookie. Its versions, paging, languages and errors are described in docs/api.md of the source. Every address answers HEAD, too; an answer with an ETag is 304 for those who have it.`;

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: JsonSchema;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: JsonSchema;
}

const tags = [
  { name: "Library", description: "What is published, as JSON." },
  { name: "Files", description: "What the addresses in a work's record lead to." },
  {
    name: "Other programs",
    description: "The library for podcast programs, viewers, catalogues and courses.",
  },
  {
    name: "Staff",
    description:
      "Publishing, with a staff token. Files are sent by tus 1.0.0 to /api/v1/staff/uploads (docs/uploads.md).",
  },
];

/**
 * The OpenAPI 3.1 description of the read and staff API, made from the contract.
 * @param origin the library's scheme and host
 */
export function openApiDocument(origin: string): OpenApiDocument {
  const schemas = contractSchemas();
  const paths: Record<string, Record<string, DocumentedOperation>> = {};
  const add = (method: string, path: string, operation: DocumentedOperation) => {
    paths[path] = { ...paths[path], [method]: operation };
  };
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const [method = "", path = ""] = name.split(" ");
    const documented = documentOperation(path, operation, schemas, origin);
    add(method.toLowerCase(), path.replace(/:(\w+)/g, "{$1}"), documented);
  }
  for (const file of fileOperations) add("get", file.path, documentFile(file, origin));
  return {
    openapi: "3.1.0",
    info: {
      title: "Videoteca",
      version: apiVersion,
      description: introduction,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    tags,
    paths,
    components: {
      securitySchemes: {
        staffToken: { type: "http", scheme: "bearer", description: "A staff token." },
      },
      responses: problemComponents(schemas),
      schemas: allSchemas(schemas, paths),
    },
  };
}

/** The schemas that answers and requests refer to. Those of answers allow members that a later release adds. */
function allSchemas(schemas: ContractSchemas, paths: OpenApiDocument["paths"]) {
  const all = Object.values(paths).flatMap((path) => Object.values(path));
  const sent = schemas.componentsFor(all.map((operation) => operation.requestBody));
  const answered = schemas.componentsFor([
    ...all.map((operation) => operation.responses),
    problemComponents(schemas),
  ]);
  const open = Object.entries(answered).map(([name, schema]) => [name, allowMoreMembers(schema)]);
  return { ...Object.fromEntries(open), ...sent };
}

function documentOperation(
  path: string,
  operation: Operation,
  schemas: ContractSchemas,
  origin: string,
): DocumentedOperation {
  const isStaff = path.startsWith("/api/v1/staff/");
  const isOfWork = path.includes("/:slug");
  const parameters = [
    ...pathParameters(path),
    ...queryParameters(operation, schemas),
    ...(operation.changes === undefined ? [] : [ifMatch(operation.changes)]),
  ];
  const statuses = [
    ...(operation.parameters === undefined && operation.request === undefined ? [] : [400]),
    ...(isStaff ? [401, 403, 429] : []),
    ...(isOfWork ? [404] : []),
    ...(isOfWork && !isStaff ? [410] : []),
    ...(operation.problems ?? []),
    405,
    503,
  ];
  const example = exampleOf(operation.id, origin);
  const json = operation.answer && {
    "application/json": {
      schema: schemas.reference(operation.answer),
      ...(example === undefined ? {} : { example }),
    },
  };
  const hasEtag = !isStaff && operation.hasEtag !== false;
  const headers = {
    ...(hasEtag && etagHeader),
    ...(parameters.some(({ name }) => name === "cursor") && linkHeader),
  };
  const success = {
    description: isBytes(operation) ? "The file, or this document." : "The answer.",
    ...(!isStaff && { headers }),
    ...(json && { content: json }),
  };
  const successes = (operation.successes ?? [200]).map((status) => [String(status), success]);
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: operation.description,
    tags: [isStaff ? "Staff" : "Library"],
    security: isStaff ? [{ staffToken: [] }] : [],
    parameters: parameters.length === 0 ? undefined : parameters,
    requestBody: operation.request && {
      required: true,
      content: { "application/json": { schema: schemas.reference(operation.request) } },
    },
    responses: {
      ...Object.fromEntries(successes),
      ...(isOfWork && !isStaff && renamed),
      ...(hasEtag && notModified),
      ...problemResponses(statuses),
    },
  };
}

const isBytes = (operation: Operation) => operation.answer === undefined;

/** What the parameters of paths take. */
const pathParameterFacts: Readonly<Record<string, readonly [string, unknown]>> = {
  slug: ["The slug of the work.", "criminalizing-migration"],
  file: ["The SHA-256 of the file, a period, and its extension.", `${"0".repeat(64)}.webm`],
  number: ["The number of the revision.", 1],
  part: ["captions, subtitles, descriptions or text.", "subtitles"],
  language: ["A language tag.", "es"],
  report: ["The id of the report.", 17],
  id: ["The first digits of the token's SHA-256.", "0123456789ab"],
};

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => {
    const [description = name, example] = pathParameterFacts[name] ?? [];
    const isSeries = path.startsWith("/api/v1/series/");
    return {
      name,
      in: "path",
      required: true,
      description: isSeries ? "The slug of the series." : description,
      schema: { type: typeof example === "number" ? "integer" : "string" },
      example: isSeries ? "how-did-we-get-here" : example,
    };
  });
}

function queryParameters({ parameters }: Operation, schemas: ContractSchemas): Parameter[] {
  if (parameters === undefined) return [];
  return schemas.membersOf(parameters).map(({ name, schema, required }) => {
    const { description = "", examples, ...rest } = schema;
    const [example] = Array.isArray(examples) ? (examples as unknown[]) : [];
    return {
      name,
      in: "query",
      required,
      description: String(description),
      schema: rest,
      ...(example === undefined ? {} : { example }),
    };
  });
}

const ifMatch = (changed: "revision" | "draft"): Parameter => ({
  name: "If-Match",
  in: "header",
  required: false,
  description: `The ${changed === "revision" ? "digest of the revision" : "version of the draft"} that is changed, in quotation marks.`,
  schema: { type: "string" },
});

function documentFile(file: FileOperation, origin: string): DocumentedOperation {
  const parameters = [
    ...Object.entries(file.parameters ?? {}).map((entry) => ["path", ...entry] as const),
    ...Object.entries(file.query ?? {}).map((entry) => ["query", ...entry] as const),
  ];
  const hasEtag = file.hasEtag !== false;
  const isOfWork = file.parameters?.slug !== undefined;
  const content = file.contentTypes.map((type) => [type, { schema: {} }]);
  return {
    operationId: file.id,
    summary: file.summary,
    description: file.description,
    tags: [file.tag ?? "Files"],
    security: [],
    parameters: parameters.map(([place, name, [description, example]]) => ({
      name,
      in: place,
      required: place === "path" || name === "url",
      description,
      schema: { type: "string" },
      example: example.replace("{origin}", origin),
    })),
    responses: {
      "200": {
        description: "The file.",
        ...(hasEtag && { headers: etagHeader }),
        content: Object.fromEntries(content),
      },
      ...(isOfWork && renamed),
      ...(hasEtag && notModified),
      ...problemResponses([404, 405, ...(isOfWork ? [410] : []), 503]),
    },
  };
}

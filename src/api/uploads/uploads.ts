import type { RequestContext } from "../../delivery/http/environment.ts";
import { methodNotAllowedProblem } from "../../delivery/http/method-not-allowed.ts";
import { problem } from "../../delivery/http/problem.ts";
import { createUploadHandler } from "./create.ts";
import { deleteUploadHandler } from "./delete.ts";
import { headUploadHandler } from "./head.ts";
import { optionsAnswer } from "./options.ts";
import { patchUploadHandler } from "./patch.ts";
import { tusVersion } from "./protocol.ts";
import { uploadProblem } from "./upload-problem.ts";

/** `/api/v1/staff/uploads`: POST creates an upload, OPTIONS says what this server supports. */
export function uploadsHandler(context: RequestContext): Promise<Response> {
  return dispatch(context, { POST: createUploadHandler });
}

/** `/api/v1/staff/uploads/{id}`: HEAD says how far it is, PATCH sends bytes, DELETE removes it. */
export function uploadHandler(context: RequestContext): Promise<Response> {
  return dispatch(context, {
    HEAD: headUploadHandler,
    PATCH: patchUploadHandler,
    DELETE: deleteUploadHandler,
  });
}

type Handlers = Readonly<Record<string, (context: RequestContext) => Promise<Response>>>;

async function dispatch(context: RequestContext, handlers: Handlers): Promise<Response> {
  const allowed = [...Object.keys(handlers), "OPTIONS"];
  if (context.req.method === "OPTIONS") return optionsAnswer(context, allowed);
  const method = requestedMethod(context);
  context.header("Tus-Resumable", tusVersion);
  const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
  if (handler === undefined) return methodNotAllowedProblem(context, allowed);
  if (context.req.header("Tus-Resumable") !== tusVersion) {
    context.header("Tus-Version", tusVersion);
    const detail = `Send the header Tus-Resumable: ${tusVersion}.`;
    return problem(context, 412, "tus-version", "This version of tus isn't supported", detail);
  }
  return handler(context).catch((error: unknown) => uploadProblem(context, error));
}

/** The method; tus lets clients whose network only passes GET and POST name it in a header of a POST. */
function requestedMethod({ req }: RequestContext): string {
  return (req.method === "POST" ? req.header("X-HTTP-Method-Override") : undefined) ?? req.method;
}

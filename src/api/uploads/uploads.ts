import type { ContentfulStatusCode } from "hono/utils/http-status";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { checksumAlgorithms } from "../../publishing/uploads/checksum.ts";
import { type ReceivedUpload, receive } from "../../publishing/uploads/receive.ts";
import { UploadError, type UploadErrorReason } from "../../publishing/uploads/upload-error.ts";
import {
  createUpload,
  findUpload,
  maxSize,
  partSize,
  removeUpload,
  type UploadStore,
} from "../../publishing/uploads/uploads.ts";
import { openDatabase } from "../../storage/database.ts";
import type { Upload } from "../../storage/uploads/uploads.ts";
import type { ProblemType } from "../contract.ts";
import { readChecksum, readCount, readFileWords, writeMetadata } from "./headers.ts";

/** Resumable uploads by tus 1.0 (https://tus.io/protocols/resumable-upload), told in docs/uploads.md. */

const version = "1.0.0";
const offsetStream = "application/offset+octet-stream";
const uploadsPath = "/api/v1/staff/uploads";

/** `/api/v1/staff/uploads`: POST begins an upload, OPTIONS says what this server can do. */
export function uploadsHandler(context: RequestContext): Promise<Response> {
  return byMethod(context, { POST: postUpload });
}

/** `/api/v1/staff/uploads/{id}`: HEAD says how far it is, PATCH sends bytes, DELETE ends it. */
export function uploadHandler(context: RequestContext): Promise<Response> {
  return byMethod(context, { HEAD: headUpload, PATCH: patchUpload, DELETE: deleteUpload });
}

/** Where an upload is, without the library's own address. */
export function uploadPath(id: string): string {
  return `${uploadsPath}/${id}`;
}

type Methods = Readonly<Record<string, (context: RequestContext) => Promise<Response>>>;

async function byMethod(context: RequestContext, methods: Methods): Promise<Response> {
  // For clients whose network lets only GET and POST through.
  const method = context.req.header("X-HTTP-Method-Override") ?? context.req.method;
  if (method === "OPTIONS") return options(context, methods);
  context.header("Tus-Resumable", version);
  const answer = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (answer === undefined) {
    const allowed = [...Object.keys(methods), "OPTIONS"].join(", ");
    context.header("Allow", allowed);
    return problem(context, 405, "method-not-allowed", `This address takes ${allowed}`);
  }
  if (context.req.header("Tus-Resumable") !== version) {
    context.header("Tus-Version", version);
    const detail = `Send the header Tus-Resumable: ${version}.`;
    return problem(context, 412, "tus-version", "This is another version of tus", detail);
  }
  return answer(context).catch((error: unknown) => refused(context, error));
}

function options(context: RequestContext, methods: Methods): Response {
  return context.body(null, 204, {
    Allow: [...Object.keys(methods), "OPTIONS"].join(", "),
    "Tus-Resumable": version,
    "Tus-Version": version,
    "Tus-Extension": "creation,creation-with-upload,checksum,termination,expiration",
    "Tus-Max-Size": String(maxSize),
    "Tus-Checksum-Algorithm": Object.keys(checksumAlgorithms).join(","),
    "Videoteca-Part-Size": String(partSize),
  });
}

async function postUpload(context: RequestContext): Promise<Response> {
  const size = readCount(context.req.header("Upload-Length"));
  const words = readFileWords(context.req.header("Upload-Metadata"));
  if (size === undefined || words === undefined) {
    const detail =
      "Send Upload-Length in bytes, and Upload-Metadata with sha256 (64 hexadecimal digits) and extension or filename, of a kind that the library keeps.";
    return problem(context, 400, "invalid-request", "This upload can't be begun", detail);
  }
  const bytes = hasBody(context) ? readArrival(context, 0) : undefined;
  if (bytes instanceof Response) return bytes;
  const store = storeOf(context);
  const now = new Date();
  const upload = await createUpload(store, { ...words, size }, now);
  context.header("Location", originOf(context) + uploadPath(upload.id));
  context.header("Upload-Expires", new Date(upload.expiresAt).toUTCString());
  context.header("Videoteca-Part-Size", String(partSize));
  if (bytes === undefined && size > 0) return context.body(null, 201, { "Upload-Offset": "0" });
  try {
    const arrival = bytes ?? { offset: 0, body: new Blob([]).stream(), now };
    const offset = await receive(store, upload, arrival);
    return context.body(null, 201, { "Upload-Offset": String(offset) });
  } catch (error) {
    // Nobody learns its address: whoever was told that it failed begins another one.
    if (error instanceof UploadError) await removeUpload(store, upload);
    throw error;
  }
}

async function headUpload(context: RequestContext): Promise<Response> {
  const upload = await uploadAsked(context);
  return context.body(null, 200, {
    "Upload-Length": String(upload.blob.size),
    "Upload-Metadata": writeMetadata(upload.blob),
    "Videoteca-Part-Size": String(partSize),
    ...progressOf(upload, upload.offset),
    "Cache-Control": "no-store",
  });
}

async function patchUpload(context: RequestContext): Promise<Response> {
  const offset = readCount(context.req.header("Upload-Offset"));
  if (offset === undefined) {
    const detail = "Send Upload-Offset: where these bytes stand in the file.";
    return problem(context, 400, "invalid-request", "Where do these bytes go?", detail);
  }
  const arrival = readArrival(context, offset);
  if (arrival instanceof Response) return arrival;
  const upload = await uploadAsked(context);
  const length = readCount(context.req.header("Content-Length")) ?? 0;
  if (offset === upload.offset && offset + length > upload.blob.size) {
    throw new UploadError("too-large", `The file was to have ${upload.blob.size} bytes.`);
  }
  const reached = await receive(storeOf(context), upload, arrival);
  return context.body(null, 204, progressOf(upload, reached));
}

async function deleteUpload(context: RequestContext): Promise<Response> {
  await removeUpload(storeOf(context), await uploadAsked(context));
  return context.body(null, 204);
}

function uploadAsked(context: RequestContext): Promise<Upload> {
  return findUpload(storeOf(context), context.req.param("id") ?? "", new Date());
}

function progressOf(upload: Upload, offset: number): Record<string, string> {
  const expires = new Date(upload.expiresAt).toUTCString();
  return { "Upload-Offset": String(offset), "Upload-Expires": expires };
}

function storeOf({ env }: RequestContext): UploadStore {
  return { database: openDatabase(env.DB), bucket: env.BLOBS };
}

/** Whether a POST brings bytes with it (creation-with-upload). */
function hasBody(context: RequestContext): boolean {
  return context.req.raw.body !== null && context.req.header("Content-Length") !== "0";
}

/** The bytes that a request brings, or why they can't be taken. */
function readArrival(context: RequestContext, offset: number): ReceivedUpload | Response {
  if (context.req.header("Content-Type")?.toLowerCase() !== offsetStream) {
    const detail = `Send the bytes as Content-Type: ${offsetStream}.`;
    return problem(
      context,
      415,
      "wrong-content-type",
      "These bytes are called something else",
      detail,
    );
  }
  const header = context.req.header("Upload-Checksum");
  const checksum = header === undefined ? undefined : readChecksum(header);
  if (header !== undefined && checksum === undefined) {
    const names = Object.keys(checksumAlgorithms).join(" or ");
    const detail = `Send Upload-Checksum as ${names}, a space, and the checksum in base64.`;
    return problem(context, 400, "invalid-request", "This checksum can't be read", detail);
  }
  const body = context.req.raw.body ?? new Blob([]).stream();
  return { offset, body, checksum, now: new Date() };
}

/** @throws the error itself where it is no refusal */
function refused(context: RequestContext, error: unknown): Response {
  if (!(error instanceof UploadError)) throw error;
  const [status, type, title] = refusals[error.reason];
  if (error.reason === "too-large") context.header("Tus-Max-Size", String(maxSize));
  return problem(context, status, type, title, error.message);
}

/** 460 is the status that tus gives to a wrong checksum; no RFC has it. */
const wrongChecksum = 460 as ContentfulStatusCode;

const refusals: Record<UploadErrorReason, [ContentfulStatusCode, ProblemType, string]> = {
  "blob-exists": [409, "blob-exists", "The file is here already"],
  "not-found": [404, "not-found", "There is no such upload"],
  "upload-expired": [410, "upload-expired", "This upload is over"],
  "wrong-offset": [409, "wrong-offset", "The upload is elsewhere"],
  "broken-off": [400, "invalid-request", "The bytes broke off"],
  "too-large": [413, "too-large", "This is too large"],
  "checksum-mismatch": [wrongChecksum, "wrong-digest", "These are other bytes"],
  "wrong-digest": [422, "wrong-digest", "These are other bytes"],
};

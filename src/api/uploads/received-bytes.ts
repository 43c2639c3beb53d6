import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { checksumAlgorithms } from "../../publishing/uploads/checksum.ts";
import type { ReceivedUpload } from "../../publishing/uploads/receive.ts";
import { parseChecksum } from "./headers.ts";
import { offsetStream } from "./protocol.ts";

/** The bytes in a request's body with their checksum, or a problem document if the headers are wrong. */
export function receivedBytes(context: RequestContext, offset: number): ReceivedUpload | Response {
  if (context.req.header("Content-Type")?.toLowerCase() !== offsetStream) {
    const detail = `Send the bytes as Content-Type: ${offsetStream}.`;
    return problem(context, 415, "wrong-content-type", "The Content-Type is wrong", detail);
  }
  const header = context.req.header("Upload-Checksum");
  const checksum = header === undefined ? undefined : parseChecksum(header);
  if (header !== undefined && checksum === undefined) {
    const names = Object.keys(checksumAlgorithms).join(" or ");
    const detail = `Send Upload-Checksum as ${names}, a space, and the checksum in base64.`;
    return problem(context, 400, "invalid-request", "Upload-Checksum can't be read", detail);
  }
  const body = context.req.raw.body ?? new Blob([]).stream();
  return { offset, body, checksum, now: new Date() };
}

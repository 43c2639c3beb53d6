import type { RequestContext } from "../../delivery/http/environment.ts";
import { checksumAlgorithms } from "../../publishing/uploads/checksum.ts";
import { maxSize, partSize } from "../../publishing/uploads/uploads.ts";
import { tusVersion } from "./protocol.ts";

/** OPTIONS: the version, extensions and limits of this server. @param allowed the address's methods */
export function optionsAnswer(context: RequestContext, allowed: readonly string[]): Response {
  return context.body(null, 204, {
    Allow: allowed.join(", "),
    "Tus-Resumable": tusVersion,
    "Tus-Version": tusVersion,
    "Tus-Extension": "creation,creation-with-upload,checksum,termination,expiration",
    "Tus-Max-Size": String(maxSize),
    "Tus-Checksum-Algorithm": Object.keys(checksumAlgorithms).join(","),
    "Videoteca-Part-Size": String(partSize),
  });
}

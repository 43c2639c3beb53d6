import { hasProblemType, type MissingBlobs, missingBlobs } from "../../api/contract.ts";
import { ApiError } from "./api-error.ts";

/** The files that the server wants uploaded first; undefined if it refused for another reason. */
export function missingBlobsIn(error: unknown): MissingBlobs["blobs"] | undefined {
  if (!(error instanceof ApiError) || !hasProblemType(error.problem, "missing-blobs")) {
    return undefined;
  }
  return missingBlobs.safeParse(error.problem).data?.blobs;
}

import * as z from "zod";
import { ApiError } from "./api-error.ts";

const missingBlobs = z.object({
  type: z.string().endsWith("#missing-blobs"),
  blobs: z.array(z.object({ sha256: z.string(), extension: z.string(), size: z.number() })),
});

export type MissingBlobs = z.infer<typeof missingBlobs>["blobs"];

/** The files that the server wants sent first; undefined where it refused for another reason. */
export function missingBlobsIn(error: unknown): MissingBlobs | undefined {
  return error instanceof ApiError ? missingBlobs.safeParse(error.problem).data?.blobs : undefined;
}

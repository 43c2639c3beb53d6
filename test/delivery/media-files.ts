import { put } from "../support/library.ts";

/** The ten bytes `0123456789`, and a file of none, as media. */
export async function mediaFiles() {
  const ten = await put("0123456789", "webm");
  const empty = await put("", "mp3");
  return {
    path: `/media/${ten.sha256}.webm`,
    sha256: ten.sha256,
    etag: `"${ten.sha256}"`,
    emptyPath: `/media/${empty.sha256}.mp3`,
  };
}

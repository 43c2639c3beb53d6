import { episode, publish, storeFile } from "../support/library.ts";

/** Publishes the ten bytes `0123456789` and an empty file as media of a film. */
export async function storeSampleMedia() {
  const ten = await storeFile("0123456789", "webm");
  const empty = await storeFile("", "mp3");
  const video = [{ ...ten, duration: 1 }];
  await publish(await episode("samples", { video, audioOnly: { ...empty, duration: 1 } }));
  return {
    path: `/media/${ten.sha256}.webm`,
    sha256: ten.sha256,
    etag: `"${ten.sha256}"`,
    emptyPath: `/media/${empty.sha256}.mp3`,
  };
}

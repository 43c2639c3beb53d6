/** A poster is shown at most this wide: more would only cost viewers data. In pixels. */
const maxWidth = 1280;

/** The picture that a film shows now, as WebP, or as JPEG where a browser can't write WebP. */
export async function takePicture(film: HTMLVideoElement): Promise<File | undefined> {
  const { videoWidth, videoHeight } = film;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const scale = Math.min(1, maxWidth / videoWidth);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  canvas.getContext("2d")?.drawImage(film, 0, 0, canvas.width, canvas.height);
  for (const [type, name] of [
    ["image/webp", "poster.webp"],
    ["image/jpeg", "poster.jpg"],
  ] as const) {
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.85));
    // A browser that doesn't know the type writes a PNG.
    if (picture?.type === type) return new File([picture], name, { type });
  }
  return undefined;
}

/** A picture of a document, as a page or a book shows it. */
export interface ShownPicture {
  /** Its address. */
  readonly src: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pictures as micromark writes them: `<` and `"` in texts are escaped, so nothing else looks like this. */
const picturePattern = /<img src="([^"]*)" alt="([^"]*)"((?: title="[^"]*")?) \/>/g;

/** An article with its own pictures in place, and instead of any other picture its description. */
export function showPictures(html: string, pictures: ReadonlyMap<string, ShownPicture>): string {
  return html.replace(picturePattern, (_, source: string, alt: string, title: string) => {
    const picture = pictures.get(pictureName(source.replaceAll("&amp;", "&")) ?? "");
    if (picture === undefined) return `<span class="missing-picture">${alt}</span>`;
    const { src, width, height } = picture;
    return `<img src="${src}" alt="${alt}"${title} width="${width}" height="${height}" loading="lazy" />`;
  });
}

/**
 * The name of a file beside the manifest that a picture's address means; undefined if it is an address of another kind,
 * as of a remote picture.
 */
export function pictureName(address: string): string | undefined {
  if (address === "" || /^[a-z][a-z0-9+.-]*:|^\/|^\\|^[#?]/i.test(address)) return undefined;
  const path = address.replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(path).replace(/^(?:\.\/)+/, "");
  } catch {
    return path;
  }
}

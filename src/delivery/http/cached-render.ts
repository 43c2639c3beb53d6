/** What a page or a document is sent as. */
export type Rendered = string | Uint8Array<ArrayBuffer>;

/** What a Worker keeps of what it rendered, in characters or bytes: a few per cent of its 128 MB. */
const mostCharacters = 4_000_000;

const pages = new Map<string, Rendered>();
let characters = 0;

/**
 * A page's HTML, or a transcript, rendered once for each ETag while this Worker lives. A page is a pure function of what
 * its ETag is made from, so the same ETag is the same page; a withdrawn or changed work has another.
 * The page that was asked for longest ago goes first.
 */
export async function cachedRender(
  etag: string,
  render: () => Rendered | Promise<Rendered>,
): Promise<Rendered> {
  const page = pages.get(etag) ?? (await render());
  // Asked anew: another request may have rendered the same page meanwhile.
  if (!pages.delete(etag)) characters += page.length;
  pages.set(etag, page);
  for (const [oldest, old] of pages) {
    if (characters <= mostCharacters) break;
    pages.delete(oldest);
    characters -= old.length;
  }
  return page;
}

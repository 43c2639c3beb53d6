/** An HTML page's links as written, and the ids that they may lead to. */
export interface Links {
  readonly targets: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/** Reads the links of our own HTML, which is well-formed: html.test.ts sees to that. */
export function linksOf(html: string): Links {
  // What scripts and styles say is no link.
  const markup = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  return {
    targets: valuesOf(markup, "href|src|poster|action"),
    ids: new Set(valuesOf(markup, "id")),
  };
}

function valuesOf(markup: string, names: string): string[] {
  const found = markup.matchAll(new RegExp(`<[a-z][^>]*?\\s(?:${names})="`, "g"));
  const values: string[] = [];
  for (const { index, 0: { length } = "" } of found) {
    // An element may have two: the rest of it is read too.
    const element = markup.slice(index, markup.indexOf(">", index + length));
    for (const [, value = ""] of element.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, "g"))) {
      values.push(decode(value));
    }
  }
  return [...new Set(values)];
}

const references: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What an attribute's value says. */
export function decode(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => references[name] ?? "");
}

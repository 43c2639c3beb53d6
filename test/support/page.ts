/** A parsed page, so that tests check its elements rather than its source text. */
export interface Page {
  readonly status: number;
  readonly html: string;
  readonly elements: readonly { name: string; attributes: Readonly<Record<string, string>> }[];
  /** The unparsed contents of the elements with this name; of scripts those that run. */
  contentOf(name: "script" | "style" | "title" | "h1"): string[];
  /** The unparsed contents of its structured data (JSON-LD), which browsers don't run. */
  readonly structuredData: readonly string[];
}

/** Parses a page with workerd's HTML parser. */
export async function pageOf(response: Response): Promise<Page> {
  const html = await response.text();
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const contents: { name: string; text: string }[] = [];
  const rewriter = new HTMLRewriter()
    .on("*", {
      element: ({ tagName, attributes }) => {
        elements.push({
          name: tagName,
          attributes: Object.fromEntries(
            [...attributes].map(([key = "", value = ""]) => [key, value] as const),
          ),
        });
      },
    })
    .on("script, style, title, h1", {
      element: (element) => {
        const isData = element.getAttribute("type") === "application/ld+json";
        contents.push({ name: isData ? "structured data" : element.tagName, text: "" });
      },
      text: ({ text }) => {
        const last = contents.at(-1);
        if (last !== undefined) last.text += text;
      },
    });
  await rewriter.transform(new Response(html)).arrayBuffer();
  const contentOf = (name: string) =>
    contents.filter((each) => each.name === name).map((each) => each.text);
  return {
    status: response.status,
    html,
    elements,
    contentOf,
    structuredData: contentOf("structured data"),
  };
}

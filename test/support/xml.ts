/** An element of an XML document, without regard to namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly parent: XmlElement | undefined;
  /** Its own text, without that of the elements inside. */
  text: string;
}

const token =
  /<\?[^?]*\?>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g;

/**
 * The elements of a document in order. It must be well-formed, in the part of XML that our own answers use.
 * @throws if it isn't
 */
export function elementsOf(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  let open: XmlElement | undefined;
  for (const [whole, closed, name, attributes = "", isEmpty, text] of xml.matchAll(token)) {
    if (whole === "<") throw new Error("A < stands outside of a tag.");
    if (closed !== undefined) {
      if (open?.name !== closed) throw new Error(`${closed} ends inside of ${open?.name}.`);
      open = open.parent;
    } else if (name !== undefined) {
      const element = { name, attributes: parseAttributes(attributes), parent: open, text: "" };
      elements.push(element);
      if (isEmpty === "") open = element;
    } else if (text !== undefined && open !== undefined) {
      open.text += decode(text);
    }
  }
  if (open !== undefined) throw new Error(`${open.name} doesn't end.`);
  return elements;
}

function parseAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)];
  const names = pairs.map(([, name]) => name);
  if (new Set(names).size < names.length) throw new Error(`An attribute stands twice: ${text}`);
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decode(value)]));
}

function decode(text: string): string {
  if (/&(?!#\d+;|amp;|lt;|gt;|quot;)/.test(text)) throw new Error(`A bare & stands in ${text}`);
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (named[name] ?? "") : String.fromCodePoint(Number(code)),
  );
}

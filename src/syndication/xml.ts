import { toLine } from "../i18n/line.ts";

/** Escapes text for XML 1.0, without the characters that it doesn't allow (section 2.2). */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** An element's attributes; undefined ones are omitted. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element that has one line of text; nothing if there is no text. */
export function textElement(
  name: string,
  text: string | number | undefined,
  attributes: XmlAttributes = {},
): string {
  const line = toLine(String(text ?? ""));
  return line === "" ? "" : `<${name}${formatAttributes(attributes)}>${escapeXml(line)}</${name}>`;
}

/** An element that has attributes only. */
export function emptyElement(name: string, attributes: XmlAttributes): string {
  return `<${name}${formatAttributes(attributes)}/>`;
}

/** An element that has elements. @param children already written as XML */
export function parentElement(
  name: string,
  attributes: XmlAttributes,
  children: readonly string[],
): string {
  return `<${name}${formatAttributes(attributes)}>${children.join("")}</${name}>`;
}

function formatAttributes(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(toLine(String(value)))}"`)
    .join("");
}

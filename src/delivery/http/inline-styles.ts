import { type InlineStyle, inlineStyles } from "./asset-name.ts";
import { readAsset } from "./assets.ts";
import type { Bindings } from "./environment.ts";

/**
 * What stands in a page for a style until the page is sent: so the Worker's code doesn't carry the style, and what
 * renders a page doesn't wait for it. No text of a work can contain it, because texts are escaped.
 */
export const styleMarker = (name: InlineStyle) => `<!--${name}-->`;

/** A page with its styles in place of their markers. */
export async function withInlineStyles(env: Bindings, page: string): Promise<string> {
  const head = page.slice(0, page.indexOf("</head>"));
  const style = inlineStyles.find((name) => head.includes(styleMarker(name)));
  if (style === undefined) return page;
  const text = await readAsset(env, style);
  return page.replace(styleMarker(style), () => text);
}

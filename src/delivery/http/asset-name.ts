import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";

/** The styles that most pages and all embeds have inline. */
export const inlineStyles = ["site.css", "film-page.css", "embed.css"] as const;
export type InlineStyle = (typeof inlineStyles)[number];

/** The files in build/assets, which scripts/build.ts makes and the Worker's static assets hold. */
export type AssetName =
  | "embed.js"
  | "problems.md"
  | "openapi.json"
  | `player.${InterfaceLanguage}.js`
  | `about.${InterfaceLanguage}.json`
  | "console.en.json"
  | "console.es.json"
  | "console.css"
  | InlineStyle
  | `${"episode" | "document" | "series" | "library"}.schema.json`;

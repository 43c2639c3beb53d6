import { escapeXml } from "../xml.ts";
import type { OEmbed } from "./oembed.ts";

/** A serialization of an oEmbed answer (oembed.com, section 2.3). */
export interface OEmbedFormat {
  readonly contentType: string;
  /** Media type of the link by which pages name it (section 4). */
  readonly linkType: string;
  render(answer: OEmbed): string;
}

export const oEmbedFormats: Readonly<Record<"json" | "xml", OEmbedFormat>> = {
  json: {
    contentType: "application/json; charset=utf-8",
    linkType: "application/json+oembed",
    // `<` is escaped so that the answer stays harmless if a page contains it as it is.
    render: (answer) => JSON.stringify(answer).replaceAll("<", "\\u003c"),
  },
  xml: {
    contentType: "text/xml; charset=utf-8",
    linkType: "text/xml+oembed",
    render: (answer) => {
      const elements = Object.entries(answer).map(
        ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
      );
      return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join("")}</oembed>\n`;
    },
  },
};

export type OEmbedFormatName = keyof typeof oEmbedFormats;

export const isOEmbedFormat = (name: string): name is OEmbedFormatName =>
  Object.hasOwn(oEmbedFormats, name);

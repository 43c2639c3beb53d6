import { oEmbedPath } from "../../records/addresses.ts";
import { oEmbedFormats } from "../../syndication/oembed/formats.ts";

interface OEmbedLinksProps {
  readonly origin: string;
  /** This page's path in its language, with the parameters that its frame must have. */
  readonly path: string;
  readonly title: string | undefined;
}

/** The links by which other sites find a page's oEmbed answer (oembed.com, section 4). WordPress takes the first. */
export function OEmbedLinks({ origin, path, title }: OEmbedLinksProps) {
  return (
    <>
      {Object.entries(oEmbedFormats).map(([name, { linkType }]) => (
        <link
          rel="alternate"
          type={linkType}
          href={origin + oEmbedPath(origin + path, name)}
          title={title}
        />
      ))}
    </>
  );
}

import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { embedScript, transcriptStyle } from "../../../build/browser.ts";
import { WithdrawalNotice } from "../../components/withdrawal-notice.tsx";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { styleMarker } from "../../delivery/http/inline-styles.ts";
import { redirectFromCopy } from "../../delivery/http/redirects.ts";
import { respondWithError } from "../../delivery/http/respond.ts";
import { homePath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryItem } from "../../records/schema/record.ts";

interface FrameProps {
  readonly reader: Reader;
  readonly title: string | undefined;
  readonly hasTranscript?: boolean;
  /** Styles of what only some embeds have; the last is the library's accent color. */
  readonly styles?: readonly string[];
  readonly children?: Child;
}

/** The HTML document of every embed, with its styles and script inline. */
export function EmbedFrame({ reader, title, hasTranscript, styles = [], children }: FrameProps) {
  return html`<!doctype html>${(
    <html lang={reader.language} dir={reader.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        {/* An empty icon, so that browsers don't request /favicon.ico. */}
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: styleMarker("embed.css") }} />
        {hasTranscript === true && (
          <style data-of="transcript" dangerouslySetInnerHTML={{ __html: transcriptStyle }} />
        )}
        {styles.map((style) => (
          <style dangerouslySetInnerHTML={{ __html: style }} />
        ))}
      </head>
      <body>
        {children}
        <script type="module" dangerouslySetInnerHTML={{ __html: embedScript }} />
      </body>
    </html>
  )}`;
}

/** 404, unless the address leads on, or 410 with the notice of a withdrawn work, as small as an embed. */
export async function respondWithNotice(
  context: RequestContext,
  reader: Reader,
  withdrawn?: LibraryItem,
): Promise<Response> {
  const meant = withdrawn === undefined ? redirectFromCopy(context) : undefined;
  if (meant !== undefined) return meant;
  const { strings } = reader;
  const title = withdrawn === undefined ? strings.notFound : strings.withdrawn;
  return respondWithError(
    context,
    withdrawn === undefined ? 404 : 410,
    <EmbedFrame reader={reader} title={title}>
      <main class="message">
        <h1>{title}</h1>
        {withdrawn !== undefined && withdrawn.kind !== "Library" && (
          <WithdrawalNotice item={withdrawn} reader={reader} />
        )}
        <p>
          <a href={homePath(reader.language)} target="_blank" rel="noreferrer">
            {strings.library}
          </a>
        </p>
      </main>
    </EmbedFrame>,
  );
}

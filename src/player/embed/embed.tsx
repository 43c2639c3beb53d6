import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { coverStyle, embedScript, embedStyle, transcriptStyle } from "../../../build/browser.ts";
import { Title, titleOf } from "../../components/cards.tsx";
import { quotationSource } from "../../components/quotation-source.ts";
import { WithdrawalNotice } from "../../components/withdrawal-notice.tsx";
import { embedAccentStyle } from "../../delivery/accent.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { redirectToCurrentSlug } from "../../delivery/http/former-address.ts";
import { languageOfRequest } from "../../delivery/http/request-language.ts";
import { respondWithError, respondWithPage } from "../../delivery/http/respond.ts";
import { loadWork } from "../../delivery/load-work.ts";
import { readTimedText } from "../../delivery/timed-text.ts";
import { homePath, watchPath } from "../../records/addresses.ts";
import { parseMoment } from "../../records/moment.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import { transcriptFromCues } from "../../transcripts/paragraphs.ts";
import { ContentWarning, chooseCaptions, chooseSecondCaptions, Player } from "../server/player.tsx";
import { TranscriptText } from "../server/transcript.tsx";
import { EmbedCard } from "./card.tsx";

/**
 * `/embed/{slug}`: the film for other sites' pages; for a document or a series, a card. One answer with its styles
 * and script inline; before playing, the browser requests nothing else but the poster.
 */
export async function getEmbed(context: RequestContext): Promise<Response> {
  const language = languageOfRequest(context);
  const slug = context.req.param("slug") ?? "";
  const loaded = await loadWork(context, ["Episode", "Document", "Series"], { slug, language });
  const { view } = loaded;
  const reader = readerOf(language, view.library?.record);
  if (loaded.outcome === "withdrawn") {
    const notice = <WithdrawalNotice item={loaded.record} reader={reader} />;
    return respondWithNotice(context, 410, reader, notice);
  }
  if (loaded.outcome === "renamed") {
    return redirectToCurrentSlug(context, loaded.record.slug);
  }
  if (loaded.outcome !== "found") return respondWithNotice(context, 404, reader);
  const { record } = loaded;
  const origin = originOf(context);
  const accent = await embedAccentStyle(view.library?.record);
  if (accent !== undefined) context.set("styleHash", accent.hash);
  // Without `?lang=` the answer depends on Accept-Language, which caches must know (RFC 9110, 12.5.5).
  if (context.req.query("lang") !== language) context.header("Vary", "Accept-Language");
  if (record.kind !== "Episode") {
    const digests = [view.library, view.work].map((item) => item?.digest);
    const title = titleOf(record, reader)?.value;
    return respondWithPage(context, language, [language, ...digests], () => (
      <EmbedFrame reader={reader} title={title} accent={accent?.style}>
        <EmbedCard item={record} reader={reader} origin={origin} />
      </EmbedFrame>
    ));
  }
  const episode = record;

  const { strings } = reader;
  const requestedMoment = context.req.query("t");
  const captions = chooseCaptions(episode, context.req.query("captions") ?? language);
  const page = origin + watchPath(language, slug);
  const digests = [view.library, view.work, view.next].map((item) => item?.digest);
  const title = titleOf(episode, reader);
  return respondWithPage(context, language, [language, ...digests], () => {
    const spoken = readTimedText(episode, view.text, reader.neighbours);
    return (
      <EmbedFrame
        reader={reader}
        title={title?.value}
        hasTranscript={spoken !== undefined}
        hasCover={episode.poster === undefined}
        accent={accent?.style}
      >
        <main>
          <ContentWarning episode={episode} reader={reader} />
          <Player
            episode={episode}
            reader={reader}
            captions={captions}
            secondCaptions={chooseSecondCaptions(episode, context.req.query("beside"), captions)}
            moment={requestedMoment === undefined ? undefined : parseMoment(requestedMoment)}
            page={page}
            next={
              view.next && {
                record: view.next.record,
                path: `/embed/${view.next.record.slug}?lang=${language}`,
              }
            }
            hasTranscript={spoken !== undefined}
          />
          <h1 class="embed-title">
            <a href={page} target="_blank" rel="noreferrer">
              <Title item={episode} reader={reader} />
              {title?.isSupplied === true && <small>{strings.suppliedTitle}</small>}
              <span class="visually-hidden"> ({strings.openFilmPage})</span>
            </a>
          </h1>
          {spoken !== undefined && (
            <details open={context.req.query("transcript") === "1"}>
              <summary>
                <h2>{strings.transcript}</h2>
              </summary>
              <TranscriptText
                transcript={transcriptFromCues(spoken.cues, spoken.chapters, spoken.speakers)}
                language={spoken.language}
                reader={reader}
                path={`/embed/${slug}?lang=${language}&transcript=1`}
                source={quotationSource(episode, view.library?.record, reader, origin)}
              />
            </details>
          )}
        </main>
      </EmbedFrame>
    );
  });
}

function respondWithNotice(
  context: RequestContext,
  status: 404 | 410,
  reader: Reader,
  text?: Child,
): Promise<Response> {
  const { notFound, withdrawn } = reader.strings;
  const title = status === 410 ? withdrawn : notFound;
  return respondWithError(
    context,
    status,
    <EmbedFrame reader={reader} title={title}>
      <main class="message">
        <h1>{title}</h1>
        {text}
        <p>
          <a href={homePath(reader.language)} target="_blank" rel="noreferrer">
            {reader.strings.library}
          </a>
        </p>
      </main>
    </EmbedFrame>,
  );
}

interface FrameProps {
  readonly reader: Reader;
  readonly title: string | undefined;
  readonly hasTranscript?: boolean;
  /** Whether the film has no poster. */
  readonly hasCover?: boolean;
  /** A style with the library's accent color. */
  readonly accent?: string | undefined;
  readonly children?: Child;
}

function EmbedFrame({ reader, title, hasTranscript, hasCover, accent, children }: FrameProps) {
  return html`<!doctype html>${(
    <html lang={reader.language} dir={reader.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        {/* An empty icon, so that browsers don't request /favicon.ico. */}
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: embedStyle }} />
        {hasTranscript === true && (
          <style data-of="transcript" dangerouslySetInnerHTML={{ __html: transcriptStyle }} />
        )}
        {hasCover === true && <style dangerouslySetInnerHTML={{ __html: coverStyle }} />}
        {accent !== undefined && <style dangerouslySetInnerHTML={{ __html: accent }} />}
      </head>
      <body>
        {children}
        <script type="module" dangerouslySetInnerHTML={{ __html: embedScript }} />
      </body>
    </html>
  )}`;
}

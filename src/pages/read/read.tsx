import { readScript } from "../../../build/browser.ts";
import { Description, LanguageList, ReadingTime, SuppliedLabel } from "../../components/cards.tsx";
import { CitationLinks } from "../../components/citation-links.tsx";
import { quotationSource } from "../../components/quotation-source.ts";
import { FallbackLabel, Text } from "../../components/text.tsx";
import { RelatedWorks, WorkFacts } from "../../components/work-facts.tsx";
import { buildWorkCitation } from "../../delivery/citations.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { formatDate } from "../../i18n/format.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { isLanguageTag } from "../../i18n/tag.ts";
import { queryString, readPath, secondaryAfterSwitch } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { versionsOf } from "../../records/listed.ts";
import { pageLanguagesOf } from "../../records/page-languages.ts";
import type { Reader } from "../../records/reader.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";
import { documentJsonLd, pdfOf } from "../../syndication/metadata/document.ts";
import { documentPreview } from "../../syndication/metadata/previews.ts";
import { FeedLinks } from "../layout/feed-links.tsx";
import { Layout } from "../layout/layout.tsx";
import { loadWorkOrErrorPage } from "../layout/load-work.tsx";
import { WorkMetadata } from "../layout/metadata.tsx";
import { OEmbedLinks } from "../layout/oembed-links.tsx";
import { PageTitle } from "../layout/page-title.tsx";
import { Contents } from "./contents.tsx";
import { FileLinks, LanguagePairLinks, PdfLinks } from "./document-texts.tsx";
import { showText, Texts } from "./texts.tsx";

/** `/{lang}/read/{slug}`: a document; `?beside=es` shows its text in a second language beside it. */
export async function readPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const beside = context.req.query("beside") ?? "";
  const requestedSecondary = isLanguageTag(beside) ? { language: beside } : undefined;
  const loaded = await loadWorkOrErrorPage(context, language, "Document", requestedSecondary);
  if (loaded instanceof Response) return loaded;
  const { view, settings, reader } = loaded;
  const record: DocumentRecord = loaded.record;
  const { text } = view;
  const secondary = view.secondary?.language === text?.language ? undefined : view.secondary;
  const path = readPath(language, record.slug);
  const origin = originOf(context);
  const digests = versionsOf([view.library, view.work, ...view.related]);

  return respondWithPage(context, language, digests, () => {
    const first = text && showText(text, record, reader);
    const second = secondary && showText(secondary, record, reader, true);
    const title = reader.choose(record.name, record.inLanguage)?.value;
    const citation = buildWorkCitation(record, view, language, origin);
    const pdf = pdfOf(record, reader);
    return (
      <Layout
        reader={reader}
        settings={settings}
        origin={origin}
        pathIn={(other) => readPath(other, record.slug)}
        queryIn={(other) =>
          queryString({ beside: secondaryAfterSwitch(other, text?.language, secondary?.language) })
        }
        title={title}
        script={readScript}
        languages={pageLanguagesOf(record, settings)}
        preview={documentPreview(record, reader)}
        head={
          <>
            <FeedLinks reader={reader} settings={settings} />
            <OEmbedLinks origin={origin} path={path} title={title} />
            <WorkMetadata
              item={record}
              citation={citation}
              reader={reader}
              pdf={pdf && origin + blobPath(pdf.file)}
              thing={documentJsonLd({
                document: record,
                citation,
                reader,
                textLanguage: text?.language,
                origin,
              })}
            />
          </>
        }
        description={reader.choose(record.description, record.inLanguage)?.value}
      >
        <article class="column document">
          <header class="page-header">
            <p class="kicker">{reader.strings.document}</p>
            <PageTitle item={record} reader={reader} />
            <SuppliedLabel item={record} reader={reader} />
            <p class="facts">
              {record.datePublished !== undefined && (
                <span>{formatDate(record.datePublished, language)}</span>
              )}
              <ReadingTime
                wordCounts={view.work?.wordCounts}
                original={record.inLanguage}
                reader={reader}
              />
            </p>
            <Description item={record} reader={reader} />
            <ContentWarning document={record} reader={reader} />
            <LanguageList item={record} reader={reader} />
            {text !== undefined && (
              <LanguagePairLinks
                document={record}
                reader={reader}
                shown={text.language}
                secondary={secondary?.language}
              />
            )}
          </header>
          <div class={secondary === undefined ? "document-body with-contents" : "document-body"}>
            {first !== undefined && (
              <Contents
                headings={first.article.headings}
                language={first.text.language}
                reader={reader}
              />
            )}
            <Texts
              first={first}
              second={second}
              document={record}
              reader={reader}
              source={quotationSource(record, view.library?.record, reader, origin)}
            />
            <footer class="document-footer">
              <PdfLinks document={record} reader={reader} />
              {text !== undefined && (
                <FileLinks document={record} reader={reader} shown={text.language} />
              )}
              <RelatedWorks items={view.related} reader={reader} />
              <CitationLinks citation={citation} reader={reader} />
              <WorkFacts item={record} reader={reader} />
            </footer>
          </div>
        </article>
      </Layout>
    );
  });
}

/** What readers may want to know before they read. */
function ContentWarning({ document, reader }: { document: DocumentRecord; reader: Reader }) {
  const warning = reader.choose(document.contentWarning, document.inLanguage);
  if (warning === undefined) return null;
  return (
    <p class="warning">
      <strong>{reader.strings.contentWarningReading}</strong>{" "}
      <Text text={warning} reader={reader} /> <FallbackLabel text={warning} reader={reader} />
    </p>
  );
}

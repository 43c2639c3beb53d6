import { Description, LanguageList, SuppliedLabel, Title } from "../../components/cards.tsx";
import { CitationLinks } from "../../components/citation-links.tsx";
import { langAttributes } from "../../components/text.tsx";
import { RelatedWorks, WorkFacts } from "../../components/work-facts.tsx";
import { buildWorkCitation } from "../../delivery/citations.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { formatDate } from "../../i18n/format.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { baseLanguage, isLanguageTag } from "../../i18n/tag.ts";
import { renderArticle, renderArticleWithoutIds } from "../../markdown/html.ts";
import { queryString, readPath, secondaryAfterSwitch } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { pageLanguagesOf } from "../../records/page-languages.ts";
import type { Reader } from "../../records/reader.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";
import type { WorkText } from "../../records/views.ts";
import { documentJsonLd, pdfOf } from "../../syndication/metadata/document.ts";
import { documentPreview } from "../../syndication/metadata/previews.ts";
import { Layout } from "../layout/layout.tsx";
import { loadWorkOrErrorPage } from "../layout/load-work.tsx";
import { WorkMetadata } from "../layout/metadata.tsx";
import { OEmbedLinks } from "../layout/oembed-links.tsx";
import { Contents } from "./contents.tsx";
import { LanguagePairLinks, PdfLinks } from "./document-texts.tsx";

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
  const digests = [view.library, view.work, ...view.related].map((item) => item?.digest);

  return respondWithPage(context, language, digests, () => {
    const article = text && renderArticle(text.body);
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
        languages={pageLanguagesOf(record, settings)}
        preview={documentPreview(record)}
        head={
          <>
            <OEmbedLinks origin={origin} path={path} title={title} />
            <WorkMetadata
              item={record}
              citation={citation}
              language={language}
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
            <h1>
              <Title item={record} reader={reader} />
            </h1>
            <SuppliedLabel item={record} reader={reader} />
            {record.datePublished !== undefined && (
              <p class="facts">
                <span>{formatDate(record.datePublished, language)}</span>
              </p>
            )}
            <Description item={record} reader={reader} />
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
            {article !== undefined && (
              <Contents
                headings={article.headings}
                language={text?.language ?? language}
                reader={reader}
              />
            )}
            <div class={secondary === undefined ? "texts" : "texts side-by-side"}>
              {text !== undefined && article !== undefined && (
                <Prose text={text} html={article.html} record={record} reader={reader} />
              )}
              {secondary !== undefined && (
                <Prose
                  text={secondary}
                  // The headings of the first text have these ids.
                  html={renderArticleWithoutIds(secondary.body)}
                  record={record}
                  reader={reader}
                />
              )}
            </div>
            <footer class="document-footer">
              <PdfLinks document={record} reader={reader} />
              <RelatedWorks items={view.related} reader={reader} />
              <CitationLinks citation={citation} reader={reader} />
              <WorkFacts item={record} reader={reader} />
              <p class="print-only">{origin + path}</p>
            </footer>
          </div>
        </article>
      </Layout>
    );
  });
}

interface ProseProps {
  readonly text: WorkText;
  /** Safe to show. */
  readonly html: string;
  readonly record: DocumentRecord;
  readonly reader: Reader;
}

function Prose({ text, html, record, reader }: ProseProps) {
  const { strings, language } = reader;
  const isStale = record.texts.some((one) => one.stale && one.inLanguage === text.language);
  return (
    <div>
      {baseLanguage(text.language) !== language && (
        <p class="label">{strings.textLanguage(nameOfLanguageIn(text.language, language))}</p>
      )}
      {isStale && <p class="label">{strings.stale}</p>}
      <div
        class="prose"
        {...langAttributes(text.language, reader)}
        // Safe: renderArticle lets no HTML of the text through.
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </div>
  );
}

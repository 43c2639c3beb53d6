import { formatDate, formatSize } from "../../languages/format.ts";
import type { InterfaceLanguage } from "../../languages/interface.ts";
import { nameOfLanguageIn } from "../../languages/names.ts";
import { baseLanguage } from "../../languages/tag.ts";
import { blobPath } from "../../library/blobs.ts";
import type { DocumentRecord } from "../../library/record.ts";
import { readPath } from "../addresses.ts";
import { originOf, type RequestContext } from "../environment.ts";
import { renderMarkdown } from "../markdown.ts";
import { Description, LanguageList, Title } from "../parts/cards.tsx";
import { Colophon, RelatedWorks } from "../parts/colophon.tsx";
import { Layout } from "../parts/layout.tsx";
import { languageOf } from "../parts/text.tsx";
import type { Reader } from "../reader.ts";
import { respondWithPage } from "../respond.ts";
import { loadWork } from "./load.tsx";

/** `/{lang}/read/{slug}`: a document. */
export async function readPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const loaded = await loadWork(context, language, "Document");
  if (loaded instanceof Response) return loaded;
  const { view, face, reader } = loaded;
  const record: DocumentRecord = loaded.record;
  const { strings } = reader;
  const markdown = view.text;
  const digests = [view.library, view.work, ...view.related].map((item) => item?.digest);

  return respondWithPage(context, language, digests, () => (
    <Layout
      reader={reader}
      face={face}
      origin={originOf(context)}
      pathIn={(other) => readPath(other, record.slug)}
      title={reader.choose(record.name, record.inLanguage)?.value}
      description={reader.choose(record.description, record.inLanguage)?.value}
    >
      <article class="column document">
        <header class="opening">
          <p class="kicker">{strings.document}</p>
          <h1>
            <Title item={record} reader={reader} />
          </h1>
          {record.datePublished !== undefined && (
            <p class="facts">
              <span>{formatDate(record.datePublished, language)}</span>
            </p>
          )}
          <Description item={record} reader={reader} />
          <LanguageList item={record} reader={reader} />
        </header>
        {markdown !== undefined && baseLanguage(markdown.language) !== language && (
          <p class="label">{strings.originalIn(nameOfLanguageIn(markdown.language, language))}</p>
        )}
        {record.texts.some((one) => one.stale && one.inLanguage === markdown?.language) && (
          <p class="label">{strings.stale}</p>
        )}
        {markdown !== undefined && (
          <div
            class="prose"
            {...languageOf(markdown.language, reader)}
            // renderMarkdown lets no HTML of the text through.
            dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown.body) }}
          />
        )}
        <Pdfs record={record} reader={reader} />
        <RelatedWorks items={view.related} reader={reader} />
        <Colophon item={record} reader={reader} />
      </article>
    </Layout>
  ));
}

function Pdfs({ record, reader }: { record: DocumentRecord; reader: Reader }) {
  const pdfs = record.texts.filter((text) => text.file.extension === "pdf");
  if (pdfs.length === 0) return null;
  return (
    <ul class="files">
      {pdfs.map(({ file, inLanguage }) => (
        <li>
          <a href={blobPath(file)} hreflang={inLanguage}>
            {reader.strings.openPdf}
          </a>{" "}
          <small>
            {nameOfLanguageIn(inLanguage, reader.language)},{" "}
            {formatSize(file.size, reader.language)}
          </small>
        </li>
      ))}
    </ul>
  );
}

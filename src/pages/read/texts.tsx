import { langAttributes } from "../../components/text.tsx";
import { directionOf } from "../../i18n/direction.ts";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { alignSections } from "../../markdown/align-sections.ts";
import { type Article, renderArticle } from "../../markdown/html.ts";
import type { ArticleLabels } from "../../markdown/labels.ts";
import { picturesOf } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";
import type { WorkText } from "../../records/views.ts";

/** A text of a document, and what its page shows of it. */
export interface ShownText {
  readonly text: WorkText;
  readonly article: Article;
}

/** @param isSecond whether it stands beside another text, whose headings have the same ids */
export function showText(
  text: WorkText,
  document: DocumentRecord,
  reader: Reader,
  isSecond = false,
): ShownText {
  const article = renderArticle(text.body, {
    names: Object.values(document.name),
    labels: articleLabels(reader),
    pictures: picturesOf(document),
    direction: directionOf(text.language),
    isOnScreen: true,
    ...(isSecond ? { hasIds: false, idPrefix: "second_" } : {}),
  });
  return { text, article };
}

function articleLabels({ strings, language }: Reader): ArticleLabels {
  const { footnotes, backToText, linkToPart } = strings;
  return { language, footnotes, backToText, linkToPart };
}

interface TextsProps {
  readonly first: ShownText | undefined;
  readonly second: ShownText | undefined;
  readonly document: DocumentRecord;
  readonly reader: Reader;
  /** The source of a quotation: title, publisher and date, and the address of the page. */
  readonly source: { readonly citation: string; readonly url: string };
}

/** A document's text, or two of its texts side by side, each part beside its counterpart. */
export function Texts({ first, second, document, reader, source }: TextsProps) {
  const attributes = {
    "data-quotation": `${reader.strings.quoted("%words%")}\n— ${source.citation}\n`,
    "data-url": source.url,
  };
  if (first === undefined) return <div class="texts" />;
  if (second === undefined) {
    return (
      <div class="texts" {...attributes}>
        <Labels text={first.text} document={document} reader={reader} />
        <Prose text={first.text} html={first.article.html} reader={reader} />
      </div>
    );
  }
  const shown = [first, second];
  const rows = alignSections(first.article.sections, second.article.sections).map((pair) =>
    pair.map((section) => section?.html ?? ""),
  );
  const notes = shown.map(({ article }) => article.footnotes);
  return (
    <div class="texts side-by-side" {...attributes}>
      <div class="pair">
        {shown.map(({ text }) => (
          <Labels text={text} document={document} reader={reader} />
        ))}
      </div>
      {[...rows, ...(notes.some(Boolean) ? [notes] : [])].map((row) => (
        <div class="pair">
          {shown.map(({ text }, index) => (
            <Prose text={text} html={row[index] ?? ""} reader={reader} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface ProseProps {
  readonly text: WorkText;
  /** Safe to show. */
  readonly html: string;
  readonly reader: Reader;
}

function Prose({ text, html, reader }: ProseProps) {
  return (
    <div
      class="prose"
      {...langAttributes(text.language, reader)}
      // Safe: renderArticle lets no HTML of the text through.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

type LabelsProps = Pick<TextsProps, "document" | "reader"> & { readonly text: WorkText };

/** What readers should know of a text: its language, and that its original has changed since. */
function Labels({ text, document, reader }: LabelsProps) {
  const { strings, language } = reader;
  const isStale = document.texts.some((one) => one.stale && one.inLanguage === text.language);
  return (
    <div>
      {baseLanguage(text.language) !== language && (
        <p class="label">{strings.textLanguage(nameOfLanguageIn(text.language, language))}</p>
      )}
      {isStale && <p class="label">{strings.stale}</p>}
    </div>
  );
}

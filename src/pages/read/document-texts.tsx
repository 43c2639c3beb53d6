import { documentFormats } from "../../documents/formats.ts";
import { directionOf } from "../../i18n/direction.ts";
import { formatSize } from "../../i18n/format.ts";
import { nameOfLanguage, nameOfLanguageIn } from "../../i18n/names.ts";
import { readPath, textPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";

interface TextsProps {
  readonly document: DocumentRecord;
  readonly reader: Reader;
}

/** Links to a document's PDF files, each with its language and size. */
export function PdfLinks({ document, reader }: TextsProps) {
  const pdfs = document.texts.filter((text) => text.file.extension === "pdf");
  if (pdfs.length === 0) return null;
  return (
    <ul class="link-list pdfs">
      {pdfs.map(({ file, inLanguage }) => (
        <li>
          <a href={blobPath(file)} hreflang={inLanguage}>
            {reader.strings.openPdf}
          </a>{" "}
          <small>
            {nameOfLanguageIn(inLanguage, reader.language)}
            {reader.strings.listSeparator}
            {formatSize(file.size, reader.language)}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Links to a text's files to take along, in the language that the page shows. */
export function FileLinks({ document, reader, shown }: TextsProps & { readonly shown: string }) {
  const names: Readonly<Record<string, string>> = reader.strings.documentFormats;
  return (
    <section class="downloads" aria-label={reader.strings.download}>
      <ul class="link-list">
        {[...documentFormats.keys()].map((extension) => (
          <li>
            <a href={textPath(document.slug, shown, extension)} hreflang={shown}>
              {names[extension] ?? extension}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LanguagePairLinksProps extends TextsProps {
  /** The language of the text that the page shows. */
  readonly shown: string;
  /** The language of the text beside it, if any. */
  readonly secondary: string | undefined;
}

/** Links that show two of a document's texts side by side; the active link leads back to one text. */
export function LanguagePairLinks({ document, reader, shown, secondary }: LanguagePairLinksProps) {
  const others = document.texts.filter(
    ({ file, inLanguage }) => file.extension === "md" && inLanguage !== shown,
  );
  if (others.length === 0) return null;
  const { strings, language } = reader;
  const path = readPath(language, document.slug);
  return (
    <p class="facts language-pairs">
      {strings.sideBySide}:{" "}
      {others.map(({ inLanguage }) => {
        const isShown = inLanguage === secondary;
        return (
          <a
            href={isShown ? path : `${path}?beside=${inLanguage}`}
            aria-current={isShown ? "true" : undefined}
          >
            <LanguageName tag={shown} /> + <LanguageName tag={inLanguage} />
          </a>
        );
      })}
    </p>
  );
}

const LanguageName = ({ tag }: { tag: string }) => (
  <bdi lang={tag} dir={directionOf(tag)}>
    {nameOfLanguage(tag)}
  </bdi>
);

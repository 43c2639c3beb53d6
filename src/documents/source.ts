/** What a document's files are made from; their formats are pure functions of it. */
import type { ShownPicture } from "../markdown/show-pictures.ts";
import type { Fact } from "../transcripts/formats/lines.ts";

/** A document in one language. Texts are plain and unescaped: each format escapes them. */
export interface DocumentSource {
  readonly name: string;
  /** The document's names in all languages, which its text may begin with. */
  readonly names: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The text as it was published. */
  readonly markdown: string;
  readonly publisher: string;
  /** Who wrote it. */
  readonly authors: readonly string[];
  /** Title, publisher and date as one line. */
  readonly citation: string;
  readonly description?: string | undefined;
  readonly contentWarning?: string | undefined;
  /** ISO 8601. */
  readonly datePublished?: string;
  /** The absolute address of the document's page. */
  readonly pageUrl: string;
  /** The file's own absolute address. */
  readonly address: string;
  /** When it was published, who translated it, and what others may do with it. */
  readonly facts: readonly Fact[];
  /** That the original has changed since, if it has. */
  readonly notice?: string | undefined;
  /** The pictures in the text, by the names that it gives them. */
  readonly pictures: ReadonlyMap<string, DocumentPicture>;
  /** Words in the reader's language. */
  readonly labels: {
    /** BCP 47: of these words. */
    readonly language: string;
    readonly source: string;
    readonly contents: string;
    readonly contentWarning: string;
    readonly footnotes: string;
    readonly backToText: (number: number) => string;
  };
}

/** A picture of a document; `src` is its absolute address. */
export interface DocumentPicture extends ShownPicture {
  readonly sha256: string;
  readonly extension: string;
  /** Undefined for formats that only link to pictures, and if the file can't be read. */
  readonly bytes?: Uint8Array | undefined;
}

/** A format of a document; `render` is pure. */
export interface DocumentFormat {
  /** Without a dot, as in the address. */
  readonly extension: string;
  readonly contentType: string;
  /** Whether browsers download it, because they can't show it. */
  readonly saved?: true;
  /** Whether the file contains the pictures' bytes. */
  readonly embedsPictures?: true;
  render(source: DocumentSource): string | Uint8Array<ArrayBuffer>;
}

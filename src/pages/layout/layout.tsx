import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { withoutBrackets } from "../../components/supplied-title.ts";
import { Passage } from "../../components/text.tsx";
import { accentStylesheetPath } from "../../delivery/accent.ts";
import { styleMarker } from "../../delivery/http/inline-styles.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { type PageMetadata, previewMetadata } from "../../syndication/metadata/page.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { MetaElements } from "./metadata.tsx";

interface LayoutProps {
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  /** Scheme and host, for addresses that must be absolute. */
  readonly origin: string;
  /** This page's path in a language, for the language links and `hreflang`. */
  readonly pathIn: (language: string) => string;
  /** The query that the language links keep: `?t=65`. Canonical addresses don't have it. */
  readonly queryIn?: ((language: string) => string) | undefined;
  /** The title, with brackets if the library supplied it: previews keep them, the window's title doesn't. */
  readonly title: string | undefined;
  readonly description?: string | undefined;
  readonly script?: string | undefined;
  /** The styles, if the page has some of its own instead of the site's; the policy must know their hashes. */
  readonly pageStyles?: readonly string[];
  /** The languages that the page has a translation in, the original first; all offered ones if absent. */
  readonly languages?: readonly InterfaceLanguage[];
  /** What a preview of the page shows in addition to title and description. */
  readonly preview?: Pick<PageMetadata, "type" | "picture" | "player" | "properties">;
  /** What this page has in its head in addition. */
  readonly head?: Child;
  /** False if search engines must not index the page, such as an error page. */
  readonly isIndexed?: boolean;
  /** False if the page has the search form in its main part. */
  readonly hasSearchForm?: boolean;
  /** Set for a page with a form that is sent: with `no-referrer` its `Origin` would be `null` (Fetch, 4.1). */
  readonly referrer?: "same-origin";
  /** Lists of works or film with transcript, which use the width of a wide window. */
  readonly content?: "lists" | "film";
  readonly children?: Child;
}

/** The HTML document of every page: head, header, main part and footer. */
export function Layout(props: LayoutProps) {
  const { reader, settings, title, description, origin, pathIn, isIndexed = true } = props;
  const name = settings && reader.choose(settings.name, settings.inLanguage);
  const heading = [title && withoutBrackets(title), name?.value ?? "Videoteca"].filter(
    (part) => part !== undefined,
  );
  const accent = accentStylesheetPath(settings);
  return html`<!doctype html>${(
    <html lang={reader.language} dir={reader.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading.join(" · ")}</title>
        {description !== undefined && <meta name="description" content={description} />}
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content={props.referrer ?? "no-referrer"} />
        {!isIndexed && <meta name="robots" content="noindex" />}
        {isIndexed && <link rel="canonical" href={origin + pathIn(reader.language)} />}
        {isIndexed && <Alternates {...props} />}
        {/* Before the style, because consumers read only the beginning of a page. */}
        {isIndexed && <Preview {...props} siteName={name?.value ?? "Videoteca"} />}
        {props.head}
        <link rel="icon" href="data:," />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={`/opensearch.xml?lang=${reader.language}`}
          title={name?.value ?? "Videoteca"}
        />
        {(props.pageStyles ?? [styleMarker("site.css")]).map((style) => (
          <style dangerouslySetInnerHTML={{ __html: style }} />
        ))}
        {accent !== undefined && <link rel="stylesheet" href={accent} />}
      </head>
      <body>
        <a class="skip-link" href="#content">
          {reader.strings.skipToContent}
        </a>
        {/* Its own class decides its width: `main` can arrive later on a slow line, and it would move. */}
        <header class={props.content && `with-${props.content}`}>
          <Notice {...props} />
          <Header {...props} />
        </header>
        <main id="content">{props.children}</main>
        <Footer
          reader={reader}
          settings={settings}
          pageUrl={origin + pathIn(reader.language)}
          isIndexed={isIndexed}
        />
        {props.script !== undefined && (
          <script type="module" dangerouslySetInnerHTML={{ __html: props.script }} />
        )}
      </body>
    </html>
  )}`;
}

/** The page in the languages that it has, for search engines; `x-default` is for readers of any other language. */
function Alternates({ settings, origin, pathIn, languages }: LayoutProps) {
  const listed = languages ?? offeredLanguages(settings);
  const [original] = listed;
  return (
    <>
      {listed.map((language) => (
        <link rel="alternate" hreflang={language} href={origin + pathIn(language)} />
      ))}
      {original !== undefined && (
        <link rel="alternate" hreflang="x-default" href={origin + pathIn(original)} />
      )}
    </>
  );
}

/** The preview of the page in chats and social networks. */
function Preview(props: LayoutProps & { readonly siteName: string }) {
  const { reader, settings, origin, pathIn, languages, siteName, title, description } = props;
  const { language } = reader;
  const page: PageMetadata = {
    type: "website",
    title: title ?? siteName,
    description,
    url: origin + pathIn(language),
    siteName,
    language,
    otherLanguages: (languages ?? offeredLanguages(settings)).filter((other) => other !== language),
    ...props.preview,
  };
  return <MetaElements metas={previewMetadata(page, origin)} />;
}

function Notice({ reader, settings }: LayoutProps) {
  const notice = settings && reader.choose(settings.notice, settings.inLanguage);
  return <Passage text={notice} reader={reader} class="notice" />;
}

import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { siteStyle } from "../../../build/browser.ts";
import { directionOf } from "../../languages/direction.ts";
import { interfaceLanguages } from "../../languages/interface.ts";
import { nameOfLanguage } from "../../languages/names.ts";
import type { LibraryRecord } from "../../library/record.ts";
import { homePath, libraryPath } from "../addresses.ts";
import type { Reader } from "../reader.ts";
import { Passage, Text } from "./text.tsx";

interface LayoutProps {
  readonly reader: Reader;
  readonly face: LibraryRecord | undefined;
  /** Scheme and host, for the addresses that must be absolute. */
  readonly origin: string;
  /** This page's path in a language; the switcher and `hreflang` keep the place by it. */
  readonly pathIn: (language: string) => string;
  readonly title: string | undefined;
  readonly description?: string | undefined;
  readonly script?: string | undefined;
  /** False for error pages: nothing to index, no other-language address. */
  readonly indexed?: boolean;
  readonly children?: Child;
}

/** The frame of every page: what a reader meets first, by eye, by keyboard and by ear. */
export function Layout(props: LayoutProps) {
  const { reader, face, title, description, origin, pathIn, indexed = true } = props;
  const name = face && reader.choose(face.name, face.inLanguage);
  const heading = [title, name?.value ?? "Videoteca"].filter((part) => part !== undefined);
  return html`<!doctype html>${(
    <html lang={reader.language} dir={reader.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading.join(" · ")}</title>
        {description !== undefined && <meta name="description" content={description} />}
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        {!indexed && <meta name="robots" content="noindex" />}
        {indexed && <link rel="canonical" href={origin + pathIn(reader.language)} />}
        {indexed &&
          interfaceLanguages.map((language) => (
            <link rel="alternate" hreflang={language} href={origin + pathIn(language)} />
          ))}
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: siteStyle }} />
      </head>
      <body>
        <a class="skip" href="#content">
          {reader.strings.skipToContent}
        </a>
        <header>
          <Notice {...props} />
          <Masthead {...props} />
        </header>
        <main id="content">{props.children}</main>
        <Footer {...props} />
        {props.script !== undefined && (
          <script type="module" dangerouslySetInnerHTML={{ __html: props.script }} />
        )}
      </body>
    </html>
  )}`;
}

function Notice({ reader, face }: LayoutProps) {
  const notice = face && reader.choose(face.notice, face.inLanguage);
  return <Passage text={notice} reader={reader} class="notice" />;
}

function Masthead({ reader, face, pathIn }: LayoutProps) {
  const name = face && reader.choose(face.name, face.inLanguage);
  const { strings, language } = reader;
  return (
    <div class="masthead">
      <a class="brand" href={homePath(language)}>
        {name === undefined ? "Videoteca" : <Text text={name} reader={reader} />}
      </a>
      <nav class="places" aria-label={strings.library}>
        <a href={libraryPath(language)}>{strings.library}</a>
      </nav>
      <nav class="languages" aria-label={strings.language}>
        <ul>
          {interfaceLanguages.map((other) => (
            <li>
              <a
                href={pathIn(other)}
                hreflang={other}
                lang={other}
                dir={directionOf(other)}
                aria-current={other === language ? "true" : undefined}
              >
                {nameOfLanguage(other)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Footer({ reader, face }: LayoutProps) {
  const { strings } = reader;
  const publisher = face && reader.choose(face.publisher.name, face.inLanguage);
  return (
    <footer class="foot">
      {publisher !== undefined && <p>{strings.publishedBy(publisher.value)}</p>}
      <p>{strings.privacy}</p>
      <ul>
        {face?.contact !== undefined && (
          <li>
            <a href={`mailto:${face.contact}`}>{strings.contact}</a>
          </li>
        )}
        {face?.footer?.map((link) => (
          <li>
            <a href={link.url}>
              <Text text={reader.choose(link.name, face.inLanguage)} reader={reader} />
            </a>
          </li>
        ))}
      </ul>
    </footer>
  );
}

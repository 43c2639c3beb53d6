import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { formTokenField } from "../../api/access/form-token.ts";
import { accentStylesheetPath } from "../../delivery/accent.ts";
import { readAsset } from "../../delivery/http/assets.ts";
import type { Identity, RequestContext } from "../../delivery/http/environment.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { type QueryParameters, queryString } from "../../records/addresses.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { allows } from "../../records/schema/roles.ts";
import { type ConsoleStrings, consoleLanguages, consoleStrings } from "../strings.ts";
import { consoleLanguageOf } from "./language.ts";

/** What every page of the console is made with. */
export interface ConsoleView {
  readonly reader: Reader;
  readonly strings: ConsoleStrings;
  /** The site's style and the console's own. */
  readonly styles: readonly string[];
  readonly settings: LibraryRecord | undefined;
  /** Undefined before anybody is signed in. */
  readonly identity: Identity | undefined;
  /** The page's path, for the language links. */
  readonly path: string;
  readonly query: QueryParameters;
}

export async function consoleViewOf(
  context: RequestContext,
  settings: LibraryRecord | undefined,
): Promise<ConsoleView> {
  const language = consoleLanguageOf(context);
  const [texts, ...styles] = await Promise.all([
    readAsset(context.env, `console.${language}.json`),
    readAsset(context.env, "site.css"),
    readAsset(context.env, "console.css"),
  ]);
  return {
    reader: readerOf(language, settings),
    strings: consoleStrings(language, texts),
    styles,
    settings,
    identity: context.get("identity"),
    // What a form was sent to can't be asked for: its links lead to the list.
    path: context.req.method === "POST" ? "/staff" : context.req.path,
    query: context.req.method === "POST" ? {} : context.req.query(),
  };
}

interface ConsoleLayoutProps {
  readonly view: ConsoleView;
  readonly title: string;
  /** The page's script, if it has one; most have none. */
  readonly script?: PageScript;
  readonly children?: Child;
}

/** A script of build/assets/console. */
export interface PageScript {
  readonly path: string;
  /** What the page gives to its script, as JSON. */
  readonly data: unknown;
}

/** The HTML document of every page of the console. */
export function ConsoleLayout({ view, title, script, children }: ConsoleLayoutProps) {
  const { reader, strings, settings, identity } = view;
  const accent = accentStylesheetPath(settings);
  return html`<!doctype html>${(
    <html lang={reader.language} dir={reader.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${strings.console}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="data:," />
        {view.styles.map((style) => (
          <style dangerouslySetInnerHTML={{ __html: style }} />
        ))}
        {accent !== undefined && <link rel="stylesheet" href={accent} />}
        {script !== undefined && <Script view={view} script={script} />}
      </head>
      <body class="console">
        <a class="skip-link" href="#content">
          {strings.skipToContent}
        </a>
        <header>
          <div class="site-header">
            <a class="brand" href="/staff">
              {strings.console}
            </a>
            {identity !== undefined && <Navigation view={view} identity={identity} />}
          </div>
        </header>
        <main id="content">{children}</main>
        <footer class="site-footer">
          {identity !== undefined && (
            <form method="post" action="/staff/sign-out" class="account">
              <FormToken view={view} />
              <span>{strings.signedInAs(identity.name, strings.roles[identity.role])}</span>{" "}
              {identity.session === undefined ? (
                <a href="/cdn-cgi/access/logout">{strings.signOut}</a>
              ) : (
                <button type="submit">{strings.signOut}</button>
              )}
            </form>
          )}
          {identity !== undefined && <AccountLinks view={view} identity={identity} />}
          <Languages view={view} />
        </footer>
      </body>
    </html>
  )}`;
}

/** A page's script, and what it needs (src/console/client/shared/page-data.ts). */
function Script({ view, script }: { view: ConsoleView; script: PageScript }) {
  const { identity, reader } = view;
  if (identity === undefined) return null;
  const { formToken, name, role, draftLanguages } = identity;
  const { language } = reader;
  const data = { language, formToken, name, role, draftLanguages, page: script.data };
  // Nothing in the data may end the element (HTML, “Restrictions on the contents of script elements”).
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return (
    <>
      <script type="application/json" id="page-data" dangerouslySetInnerHTML={{ __html: json }} />
      <script type="module" src={script.path} />
    </>
  );
}

function Navigation({ view, identity }: { view: ConsoleView; identity: Identity }) {
  const { strings } = view;
  return (
    <nav class="site-nav" aria-label={strings.console}>
      <PageLink view={view} path="/staff" name={strings.works} />
      <PageLink view={view} path="/staff/drafts" name={strings.drafts} />
      <PageLink view={view} path="/staff/reports" name={strings.reports} />
      {allows(identity.scopes, "publish") && (
        <PageLink view={view} path="/staff/publish" name={strings.publishFiles} />
      )}
    </nav>
  );
}

/** What is seldom needed: below, so that the header is one row of links on a phone. */
function AccountLinks({ view, identity }: { view: ConsoleView; identity: Identity }) {
  const { strings, reader } = view;
  return (
    <nav class="links" aria-label={strings.account}>
      <PageLink view={view} path="/staff/sessions" name={strings.sessions} />
      {allows(identity.scopes, "admin") && (
        <PageLink view={view} path="/staff/members" name={strings.members} />
      )}
      <PageLink view={view} path={`/${reader.language}/`} name={strings.publicSite} />
    </nav>
  );
}

function PageLink({ view, path, name }: { view: ConsoleView; path: string; name: string }) {
  return (
    <>
      <a href={path} aria-current={path === view.path ? "page" : undefined}>
        {name}
      </a>{" "}
    </>
  );
}

function Languages({ view }: { view: ConsoleView }) {
  const { reader, strings, path, query } = view;
  return (
    <ul aria-label={strings.language}>
      {consoleLanguages.map((language) => (
        <li>
          <a
            href={path + queryString({ ...query, done: undefined, lang: language })}
            hreflang={language}
            lang={language}
            aria-current={language === reader.language ? "true" : undefined}
          >
            {nameOfLanguage(language)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The field that every form of the console has (src/api/access/form-token.ts). */
export function FormToken({ view }: { view: ConsoleView }) {
  const { identity } = view;
  return identity === undefined ? null : (
    <input type="hidden" name={formTokenField} value={identity.formToken} />
  );
}

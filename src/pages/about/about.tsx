import * as z from "zod";
import { readAsset } from "../../delivery/http/assets.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { renderMarkdown } from "../../markdown/html.ts";
import { type AboutName, aboutNames, aboutPath } from "../../records/addresses.ts";
import { contactHref } from "../../records/contact/contact.ts";
import { defaultPicture, embedCode } from "../../records/embed/embed-code.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { notFoundPage } from "../layout/error-pages.tsx";
import { Layout } from "../layout/layout.tsx";

/** `/{lang}/about/{name}`: a page about the library itself: accessibility, privacy, embedding, citing, contact. */
export async function aboutPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const library = await readLibrary(openDatabase(context.env.DB));
  const settings = library?.record;
  const name = aboutNames.find((known) => known === context.req.param("name"));
  if (name === undefined) return notFoundPage(context, { settings });
  const reader = readerOf(language, settings);
  const origin = originOf(context);
  const title = reader.strings.aboutTitles[name];
  return respondWithPage(context, language, [library?.digest], async () => {
    const body = await readBody(context, language, name);
    return (
      <Layout
        reader={reader}
        settings={settings}
        origin={origin}
        pathIn={(other) => aboutPath(other, name)}
        title={title}
        // The first paragraph introduces the page.
        description={body.split("\n", 1)[0]}
      >
        <article class="column document">
          <header class="page-header">
            <h1>{title}</h1>
          </header>
          {name === "contact" && <ContactAddress reader={reader} settings={settings} />}
          <div
            class="prose"
            // Safe: our own text, and renderMarkdown lets no HTML through.
            dangerouslySetInnerHTML={{
              __html: renderMarkdown(fillIn(body, language, origin)),
            }}
          />
        </article>
      </Layout>
    );
  });
}

const bodies = z.record(z.enum(aboutNames), z.string());

/** A page's Markdown, from the static asset that scripts/build.ts makes of ./texts. */
async function readBody(
  { env }: RequestContext,
  language: InterfaceLanguage,
  name: AboutName,
): Promise<string> {
  return bodies.parse(JSON.parse(await readAsset(env, `about.${language}.json`)))[name];
}

interface ContactAddressProps {
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
}

/** The contact address in full, so that readers can read it out or copy it to another device. */
function ContactAddress({ reader, settings }: ContactAddressProps) {
  const contact = settings?.contact;
  if (contact === undefined) return <p class="lead">{reader.strings.noContact}</p>;
  return (
    <p class="lead">
      <a href={contactHref(contact)} dir="ltr">
        {contact.replace(/^mailto:/i, "")}
      </a>
    </p>
  );
}

/** Fills in the library's address, and the embed code with its title (`{embedCode:The film's title}`). */
function fillIn(body: string, language: InterfaceLanguage, origin: string): string {
  const address = `${origin}/embed/FILM?lang=${language}`;
  return body
    .replaceAll("{origin}", origin)
    .replace(/\{embedCode:(.*)\}/, (_, title: string) =>
      embedCode(address, title, { picture: defaultPicture }),
    );
}

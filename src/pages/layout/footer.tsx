import { Passage, Text } from "../../components/text.tsx";
import { aboutNames, aboutPath } from "../../records/addresses.ts";
import { contactHref, reportHref } from "../../records/contact/contact.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";

interface FooterProps {
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  /** The page's absolute address, which a report of a mistake includes. */
  readonly pageUrl: string;
  /** False for an error page, which has no work to report. */
  readonly isIndexed: boolean;
}

/** The footer of every page: the publisher, and how to contact them. */
export function Footer({ reader, settings, pageUrl, isIndexed }: FooterProps) {
  const { strings } = reader;
  const publisher = settings && reader.choose(settings.publisher.name, settings.inLanguage);
  const published = publisher && strings.publishedBy(publisher.value);
  const site = settings?.publisher.url;
  const address = settings?.reportMistakes;
  const report = address === undefined ? undefined : reportHref(address, pageUrl, isIndexed);
  return (
    <footer class="site-footer">
      {published !== undefined && <p>{site ? <a href={site}>{published}</a> : published}</p>}
      <Passage
        text={settings && reader.choose(settings.footerText, settings.inLanguage)}
        reader={reader}
      />
      <p>{strings.privacy}</p>
      <ul aria-label={strings.about}>
        {aboutNames.map((name) => (
          <li>
            <a href={aboutPath(reader.language, name)}>{strings.aboutTitles[name]}</a>
          </li>
        ))}
        {settings?.contact !== undefined && (
          <li>
            <a href={contactHref(settings.contact)}>{strings.contact}</a>
          </li>
        )}
        {report !== undefined && (
          <li>
            <a href={report}>{strings.reportMistake}</a>
          </li>
        )}
        {settings?.footer?.map((link) => (
          <li>
            <a href={link.url}>
              <Text text={reader.choose(link.name, settings.inLanguage)} reader={reader} />
            </a>
          </li>
        ))}
      </ul>
    </footer>
  );
}

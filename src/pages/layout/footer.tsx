import { Passage, Text } from "../../components/text.tsx";
import { aboutNames, aboutPath } from "../../records/addresses.ts";
import { hrefOf, withPage } from "../../records/contact.ts";
import type { Reader } from "../../records/reader.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { aboutPageIn } from "../about/texts.ts";

interface FooterProps {
  readonly reader: Reader;
  readonly face: LibraryRecord | undefined;
  /** The page's own absolute address, which a report of a mistake names. */
  readonly page: string;
}

/** The foot of every page: who publishes this, and how they are reached. */
export function Footer({ reader, face, page }: FooterProps) {
  const { strings } = reader;
  const publisher = face && reader.choose(face.publisher.name, face.inLanguage);
  const published = publisher && strings.publishedBy(publisher.value);
  const site = face?.publisher.url;
  return (
    <footer class="foot">
      {published !== undefined && <p>{site ? <a href={site}>{published}</a> : published}</p>}
      <Passage text={face && reader.choose(face.footerText, face.inLanguage)} reader={reader} />
      <p>{strings.privacy}</p>
      <ul aria-label={strings.about}>
        {aboutNames.map((name) => (
          <li>
            <a href={aboutPath(reader.language, name)}>
              {aboutPageIn(reader.language, name).title}
            </a>
          </li>
        ))}
        {face?.contact !== undefined && (
          <li>
            <a href={hrefOf(face.contact)}>{strings.contact}</a>
          </li>
        )}
        {face?.reportMistakes !== undefined && (
          <li>
            <a href={withPage(face.reportMistakes, page)}>{strings.reportMistake}</a>
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

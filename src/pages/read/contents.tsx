import { DirectedText, langAttributes } from "../../components/text.tsx";
import { directionOf } from "../../i18n/direction.ts";
import type { Heading } from "../../markdown/headings.ts";
import type { Reader } from "../../records/reader.ts";

interface ContentsProps {
  readonly headings: readonly Heading[];
  /** The language of the headings. */
  readonly language: string;
  readonly reader: Reader;
}

/** A text with fewer headings needs no table of contents. */
const minHeadings = 3;

/** A document's table of contents: links to the headings of the upper two levels. */
export function Contents({ headings, language, reader }: ContentsProps) {
  const listed = headings.filter(({ level, text }) => level <= 3 && text !== "");
  if (listed.length < minHeadings) return null;
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{reader.strings.contents}</h2>
      <ul {...langAttributes(language, reader)}>
        {listed.map(({ level, id, text }) => (
          <li class={level > 2 ? "nested" : undefined}>
            <a href={`#${encodeURIComponent(id)}`}>
              <DirectedText text={text} direction={directionOf(language)} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

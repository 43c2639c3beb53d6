import { langAttributes } from "../../components/text.tsx";
import type { Reader } from "../../records/reader.ts";
import type { Heading } from "./markdown.ts";

interface ContentsProps {
  readonly headings: readonly Heading[];
  /** The language of the headings. */
  readonly language: string;
  readonly reader: Reader;
}

/** With fewer parts than these a text is seen at a glance. */
const fewest = 3;

/** What a text's parts are called, each a link to it: of two levels, as deeper ones are read in passing. */
export function Contents({ headings, language, reader }: ContentsProps) {
  const listed = headings.filter(({ level }) => level <= 3);
  if (listed.length < fewest) return null;
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{reader.strings.contents}</h2>
      <ul {...langAttributes(language, reader)}>
        {listed.map(({ level, id, text }) => (
          <li class={level > 2 ? "nested" : undefined}>
            <a href={`#${encodeURIComponent(id)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

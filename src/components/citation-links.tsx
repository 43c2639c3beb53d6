import { directionOfText } from "../i18n/direction.ts";
import { citePath } from "../records/addresses.ts";
import { momentParameter } from "../records/moment.ts";
import type { Reader } from "../records/reader.ts";
import type { Citation } from "../syndication/citation.ts";
import { citationFormats } from "../syndication/citations.ts";
import { clockOf } from "../syndication/styles/parts.ts";
import type { ReferencePart } from "../syndication/styles/style.ts";
import { citationStyles } from "../syndication/styles/styles.ts";
import { DirectedText } from "./text.tsx";

interface CitationLinksProps {
  readonly citation: Citation;
  readonly reader: Reader;
}

/** How to cite a work or a moment of it: a reference in each style to copy, and files for reference managers. */
export function CitationLinks({ citation, reader }: CitationLinksProps) {
  const { strings } = reader;
  const clock = clockOf(citation);
  const t = citation.moment === undefined ? undefined : momentParameter(citation.moment);
  return (
    <section class="citation-links" aria-labelledby="cite">
      <h2 id="cite">{strings.howToCite}</h2>
      <dl>
        {citationStyles.map(({ name, reference }) => (
          <>
            <dt lang="en">{name}</dt>
            <dd class="citation">
              <Reference parts={reference(citation)} />
            </dd>
          </>
        ))}
      </dl>
      {clock !== undefined && (
        <>
          <p>{strings.citing.atMoment(clock)}</p>
          <dl>
            {citationStyles.map(({ name, inText }) => (
              <>
                <dt lang="en">{name}</dt>
                <dd class="citation">{inText(citation)}</dd>
              </>
            ))}
          </dl>
        </>
      )}
      <p>
        {[...citationFormats.values()].map(({ extension, name }, index) => (
          <>
            {index > 0 && " · "}
            <a href={citePath(citation.slug, reader.language, extension, t)} lang="en">
              {name}
            </a>
          </>
        ))}
      </p>
    </section>
  );
}

/** A reference; what comes from the record stands in isolates, as it may have another direction than the page. */
function Reference({ parts }: { readonly parts: readonly ReferencePart[] }) {
  return (
    <>
      {parts.map(({ text, kind }) => {
        if (kind === "words" || kind === "url") return kind === "url" ? <bdi>{text}</bdi> : text;
        const words = <DirectedText text={text} direction={directionOfText(text)} />;
        return kind === "italic" ? <cite dir="auto">{words}</cite> : <bdi>{words}</bdi>;
      })}
    </>
  );
}

import type { Child } from "hono/jsx";
import type { ListParameters } from "../../api/contract.ts";
import { titleOf } from "../../components/cards.tsx";
import { languageLabel } from "../../components/language-label.ts";
import { Text } from "../../components/text.tsx";
import { directionOf } from "../../i18n/direction.ts";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { libraryPath } from "../../records/addresses.ts";
import type { ListedRecord } from "../../records/listed.ts";
import type { Reader } from "../../records/reader.ts";
import type { SeriesRecord } from "../../records/schema/record.ts";
import { topicsOf } from "../../records/topics.ts";
import { languagesOf } from "../../records/tracks.ts";
import { topicsToChoose } from "./topics-to-choose.ts";

/** How many choices of a filter are shown before “More”. */
const maxVisible = 8;

interface Choice {
  readonly value: string | undefined;
  readonly name: Child;
  /** The language of the name, if it may differ from the reader's. */
  readonly language?: string;
  /** How many of the listed works match it. */
  readonly count?: number;
}

export interface FiltersProps {
  readonly parameters: ListParameters;
  readonly reader: Reader;
  readonly items: readonly ListedRecord[];
  readonly series: readonly SeriesRecord[];
  /** Whether `items` are all the works that match: only then can the choices be counted without another query. */
  readonly isComplete: boolean;
}

/**
 * The filters of the list of works, as links: the address holds the filters. On a phone they would fill the screen, so
 * a link opens them there (`:target`, which needs no script), and the chosen ones stand beside it.
 */
export function LibraryFilters(props: FiltersProps) {
  const { parameters, reader } = props;
  const { strings } = reader;
  const groups = [
    ["kind", strings.type, typeChoices(props)],
    ["in", strings.language, languageChoices(props)],
    ["topic", strings.topic, topicChoices(props)],
    ["series", strings.series, seriesChoices(props)],
  ] as const;
  const isChosen = (key: keyof ListParameters) => (choice: Choice) =>
    choice.value === parameters[key];
  const link = (key: keyof ListParameters) => (choice: Choice) => (
    <ChoiceLink
      choice={choice}
      isChosen={isChosen(key)(choice)}
      href={libraryPath(reader.language, { ...parameters, cursor: undefined, [key]: choice.value })}
      reader={reader}
    />
  );
  const chosen = groups.flatMap(([key, , choices]) =>
    choices.filter((choice) => choice.value !== undefined && isChosen(key)(choice)),
  );
  return (
    <>
      <p class="column open-filters">
        <a class="button" href="#filters">
          {strings.filterWorks}
        </a>
        {chosen.map((choice) => (
          <ChoiceName choice={choice} reader={reader} />
        ))}
      </p>
      <nav class="column filters library-filters" id="filters" aria-label={strings.filterWorks}>
        {groups
          // A filter whose only choice is “All” is left out.
          .filter(([, , choices]) => choices.length > 1)
          .map(([key, name, choices]) => (
            <>
              <p id={`filter-${key}`}>{name}</p>
              <div>
                <ul aria-labelledby={`filter-${key}`}>
                  {choices.slice(0, maxVisible).map(link(key))}
                </ul>
                {choices.length > maxVisible && (
                  <details open={choices.slice(maxVisible).some(isChosen(key))}>
                    <summary>
                      {strings.more}
                      <span class="visually-hidden">: {name}</span>
                    </summary>
                    <ul aria-labelledby={`filter-${key}`}>
                      {choices.slice(maxVisible).map(link(key))}
                    </ul>
                  </details>
                )}
              </div>
            </>
          ))}
      </nav>
    </>
  );
}

interface ChoiceLinkProps {
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly href: string;
  readonly reader: Reader;
}

function ChoiceLink({ choice, isChosen, href, reader }: ChoiceLinkProps) {
  const { count } = choice;
  return (
    <li>
      <a href={href} aria-current={isChosen ? "true" : undefined}>
        <ChoiceName choice={choice} reader={reader} />
        {count !== undefined && !isChosen && (
          <span class="count"> {reader.strings.formatCount(count)}</span>
        )}
      </a>
    </li>
  );
}

function ChoiceName({
  choice: { name, language },
  reader,
}: Pick<ChoiceLinkProps, "choice" | "reader">) {
  return language === undefined || language === reader.language ? (
    <span>{name}</span>
  ) : (
    <span lang={language} dir={directionOf(language)}>
      {name}
    </span>
  );
}

/** Adds the counts if they are known, and leaves out choices that no work matches. */
function withCounts(
  { parameters, items, isComplete }: FiltersProps,
  key: "kind" | "in" | "topic" | "series",
  choices: readonly Choice[],
  has: (item: ListedRecord, value: string) => boolean,
): Choice[] {
  // If a choice is active, the listed works say nothing about the other choices.
  if (!isComplete || parameters[key] !== undefined) return [...choices];
  return choices.flatMap((choice) => {
    const { value } = choice;
    if (value === undefined) return [choice];
    const count = items.filter((item) => has(item, value)).length;
    return count === 0 ? [] : [{ ...choice, count }];
  });
}

function typeChoices(props: FiltersProps): Choice[] {
  const { strings } = props.reader;
  const kinds = [
    { value: undefined, name: strings.allTypes },
    { value: "Episode", name: strings.films },
    { value: "Document", name: strings.documents },
  ];
  return withCounts(props, "kind", kinds, (item, kind) => item.kind === kind);
}

function languageChoices(props: FiltersProps): Choice[] {
  const { parameters, reader, items } = props;
  const used = items.flatMap((item) => languagesOf(item).map(baseLanguage));
  const requested = parameters.in === undefined ? [] : [parameters.in];
  const tags = [...new Set([...interfaceLanguages, ...used, ...requested])];
  const languages = tags.map((tag) => ({ value: tag, ...languageLabel(tag, reader) }));
  const all = { value: undefined, name: reader.strings.allLanguages };
  return withCounts(props, "in", [all, ...languages], (item, language) =>
    languagesOf(item).map(baseLanguage).includes(language),
  );
}

function topicChoices(props: FiltersProps): Choice[] {
  const { parameters, reader, items } = props;
  const all = { value: undefined, name: reader.strings.allTopics };
  const choices = topicsToChoose(items, parameters.topic, reader);
  return withCounts(props, "topic", [all, ...choices], (item, topic) =>
    topicsOf(item).some(({ words }) => words.includes(topic)),
  );
}

function seriesChoices(props: FiltersProps): Choice[] {
  const { reader, series } = props;
  const named = series.map((record) => ({
    value: record.slug,
    name: <Text text={titleOf(record, reader)} reader={reader} />,
  }));
  const all = { value: undefined, name: reader.strings.allSeries };
  return withCounts(
    props,
    "series",
    [all, ...named],
    (item, slug) => item.kind === "Episode" && item.series === slug,
  );
}

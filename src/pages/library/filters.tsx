import type { Child } from "hono/jsx";
import type { ListParameters } from "../../api/contract.ts";
import { Text } from "../../components/text.tsx";
import { directionOf } from "../../i18n/direction.ts";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { libraryPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";
import type { SeriesRecord, WorkRecord } from "../../records/schema/record.ts";
import { topicOf, topicsOf } from "../../records/topics.ts";
import { languagesOf } from "../../records/tracks.ts";

/** How many topics are offered, the commonest first: the rest is what search is for. */
const topicsOffered = 24;
/** How many choices of a kind are in sight before a reader asks for more. */
const atOnce = 8;

interface Choice {
  readonly value: string | undefined;
  readonly name: Child;
  /** The language of the name, where it isn't the reader's. */
  readonly language?: string;
  /** How many of the works shown it has. */
  readonly count?: number;
}

export interface FiltersProps {
  readonly asked: ListParameters;
  readonly reader: Reader;
  readonly items: readonly WorkRecord[];
  readonly series: readonly SeriesRecord[];
  /** Whether `items` are all that the filters choose: then, and only then, counting them costs nothing. */
  readonly isWhole: boolean;
}

/** What narrows the list of works, as links: the filter is the address. */
export function LibraryFilters(props: FiltersProps) {
  const { asked, reader } = props;
  const { strings } = reader;
  const groups = [
    ["kind", strings.type, kindsOf(props)],
    ["in", strings.language, languagesIn(props)],
    ["topic", strings.topic, topicsIn(props)],
    ["series", strings.series, seriesIn(props)],
  ] as const;
  const isChosen = (key: keyof ListParameters) => (choice: Choice) => choice.value === asked[key];
  const link = (key: keyof ListParameters) => (choice: Choice) => (
    <ChoiceLink
      choice={choice}
      isChosen={isChosen(key)(choice)}
      href={libraryPath(reader.language, { ...asked, cursor: undefined, [key]: choice.value })}
      reader={reader}
    />
  );
  return (
    <nav class="column filters library-filters" aria-label={strings.filterWorks}>
      {groups
        // With nothing but “any” there is nothing to choose.
        .filter(([, , choices]) => choices.length > 1)
        .map(([key, name, choices]) => (
          <>
            <p id={`filter-${key}`}>{name}</p>
            <div>
              <ul aria-labelledby={`filter-${key}`}>{choices.slice(0, atOnce).map(link(key))}</ul>
              {choices.length > atOnce && (
                <details open={choices.slice(atOnce).some(isChosen(key))}>
                  <summary>
                    {strings.more}
                    <span class="visually-hidden">: {name}</span>
                  </summary>
                  <ul aria-labelledby={`filter-${key}`}>{choices.slice(atOnce).map(link(key))}</ul>
                </details>
              )}
            </div>
          </>
        ))}
    </nav>
  );
}

interface ChoiceLinkProps {
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly href: string;
  readonly reader: Reader;
}

function ChoiceLink({ choice, isChosen, href, reader }: ChoiceLinkProps) {
  const { name, language, count } = choice;
  const isOther = language !== undefined && language !== reader.language;
  return (
    <li>
      <a href={href} aria-current={isChosen ? "true" : undefined}>
        {isOther ? (
          <span lang={language} dir={directionOf(language)}>
            {name}
          </span>
        ) : (
          name
        )}
        {count !== undefined && !isChosen && (
          <span class="count"> {reader.strings.formatCount(count)}</span>
        )}
      </a>
    </li>
  );
}

/** Choices with their counts, where those are known; what would show nothing is left out. */
function counted(
  { asked, items, isWhole }: FiltersProps,
  key: "kind" | "in" | "topic" | "series",
  choices: readonly Choice[],
  has: (item: WorkRecord, value: string) => boolean,
): Choice[] {
  // Beside a choice that is made, the others aren't among what is shown.
  if (!isWhole || asked[key] !== undefined) return [...choices];
  return choices.flatMap((choice) => {
    const { value } = choice;
    if (value === undefined) return [choice];
    const count = items.filter((item) => has(item, value)).length;
    return count === 0 ? [] : [{ ...choice, count }];
  });
}

function kindsOf(props: FiltersProps): Choice[] {
  const { strings } = props.reader;
  const kinds = [
    { value: undefined, name: strings.allTypes },
    { value: "Episode", name: strings.films },
    { value: "Document", name: strings.documents },
  ];
  return counted(props, "kind", kinds, (item, kind) => item.kind === kind);
}

function languagesIn(props: FiltersProps): Choice[] {
  const { asked, reader, items } = props;
  const spoken = items.flatMap((item) => languagesOf(item).map(baseLanguage));
  const asking = asked.in === undefined ? [] : [asked.in];
  const tags = [...new Set([...interfaceLanguages, ...spoken, ...asking])];
  const languages = tags.map((tag) => ({ value: tag, name: nameOfLanguage(tag), language: tag }));
  const any = { value: undefined, name: reader.strings.allLanguages };
  return counted(props, "in", [any, ...languages], (item, language) =>
    languagesOf(item).map(baseLanguage).includes(language),
  );
}

/** The topics of what is shown: those that lead on from here, at the cost of nothing. */
function topicsIn(props: FiltersProps): Choice[] {
  const { asked, reader, items } = props;
  const found = new Map<string, { choice: Choice; times: number }>();
  for (const item of items) {
    for (const { topic, name } of topicsOf(item)) {
      const times = (found.get(topic)?.times ?? 0) + 1;
      const choice = found.get(topic)?.choice ?? { value: topic, name, language: item.inLanguage };
      found.set(topic, { choice, times });
    }
  }
  const asking = asked.topic === undefined ? undefined : topicOf(asked.topic);
  const chosen: Choice[] =
    asked.topic === undefined
      ? []
      : [
          {
            ...(found.get(asking ?? "")?.choice ?? { name: asked.topic }),
            value: asked.topic,
          },
        ];
  const others = [...found]
    .filter(([topic]) => topic !== asking)
    .sort(([, one], [, other]) => other.times - one.times)
    .slice(0, topicsOffered)
    .map(([, { choice }]) => choice);
  const any = { value: undefined, name: reader.strings.allTopics };
  return counted(props, "topic", [any, ...chosen, ...others], (item, topic) =>
    topicsOf(item).some((one) => one.topic === topic),
  );
}

function seriesIn(props: FiltersProps): Choice[] {
  const { reader, series } = props;
  const named = series.map((record) => ({
    value: record.slug,
    name: <Text text={reader.choose(record.name, record.inLanguage)} reader={reader} />,
  }));
  const any = { value: undefined, name: reader.strings.allSeries };
  return counted(
    props,
    "series",
    [any, ...named],
    (item, slug) => item.kind === "Episode" && item.series === slug,
  );
}

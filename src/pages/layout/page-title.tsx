import { Title, titleOf } from "../../components/cards.tsx";
import type { Reader } from "../../records/reader.ts";
import type { LibraryItem } from "../../records/schema/record.ts";

interface PageTitleProps {
  readonly item: LibraryItem;
  readonly reader: Reader;
}

/** A title of more characters would fill a screen in the type of a short one. */
const maxLength = 80;

/** A work's title at the head of its own page: a sentence of several lines stands in smaller type. */
export function PageTitle({ item, reader }: PageTitleProps) {
  const isLong = (titleOf(item, reader)?.value.length ?? 0) > maxLength;
  return (
    <h1 class={isLong ? "long" : undefined}>
      <Title item={item} reader={reader} />
    </h1>
  );
}

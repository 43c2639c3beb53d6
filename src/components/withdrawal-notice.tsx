import type { Reader } from "../records/reader.ts";
import type { LibraryItem } from "../records/schema/record.ts";
import { Passage } from "./text.tsx";

/** The notice that staff wrote when they withdrew a work, or a general one. */
export function WithdrawalNotice({ item, reader }: { item: LibraryItem; reader: Reader }) {
  const texts = "withdrawalNotice" in item ? item.withdrawalNotice : undefined;
  const notice = reader.choose(texts, item.inLanguage);
  if (notice === undefined) return <p>{reader.strings.withdrawnHelp}</p>;
  return <Passage text={notice} reader={reader} />;
}

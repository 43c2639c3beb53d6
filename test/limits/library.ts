import { expect } from "vitest";
import { formatCueRows } from "../../src/captions/cue-rows.ts";
import { blobsOf } from "../../src/records/blobs.ts";
import { digestOf } from "../../src/records/digest.ts";
import type { EpisodeRecord, LibraryItem } from "../../src/records/schema/record.ts";
import type { WorkText } from "../../src/records/views.ts";
import { openDatabase } from "../../src/storage/database.ts";
import { writeRevision } from "../../src/storage/publish.ts";
import { openLimitedD1 } from "../support/limited-d1.ts";

/**
 * Reads from a library in one round trip.
 * @param bounds of the largest value that is answered, and of all together, in bytes
 */
export async function readWithin<Answer>(
  { usage }: Pick<ReturnType<typeof openLimitedLibrary>, "usage">,
  bounds: { readonly largestValue: number; readonly answered: number },
  read: () => Promise<Answer>,
): Promise<Answer> {
  Object.assign(usage, { roundTrips: 0, largestValue: 0, answered: 0 });
  const answer = await read();
  expect(usage.roundTrips).toBe(1);
  expect(usage.largestValue).toBeLessThan(bounds.largestValue);
  expect(usage.answered).toBeLessThan(bounds.answered);
  return answer;
}

/** A library in a database with D1's limits. */
export function openLimitedLibrary() {
  const { binding, sqlite, usage } = openLimitedD1();
  const database = openDatabase(binding);
  const insertBlob = sqlite.prepare(
    "insert or ignore into blobs (sha256, extension, size, created_at) values (?, ?, ?, '2026-01-01')",
  );
  /** Lists a record's files as stored. */
  function storeFilesOf(record: LibraryItem): void {
    for (const { sha256, extension, size } of blobsOf(record)) {
      insertBlob.run(sha256, extension, size);
    }
  }
  return {
    database,
    sqlite,
    usage,
    storeFilesOf,
    /** Publishes a new work with its texts. */
    async publish(record: LibraryItem, texts: readonly WorkText[] = []): Promise<void> {
      storeFilesOf(record);
      await writeRevision(database, {
        record,
        digest: await digestOf(record),
        texts,
        replaces: undefined,
        actor: "test",
        now: "2026-01-02T00:00:00.000Z",
      });
    },
    /** Adds copies of a published episode, `name-1` and so on, in the order of their numbers in its series. */
    copy(slug: string, name: string, count: number): void {
      const copies = `from json_each('${JSON.stringify(times(count, (index) => index + 1))}') copy`;
      const record = `'$.slug', '${name}-' || copy.value, '$.episode', copy.value`;
      sqlite.exec(`begin;
        insert into revisions select '${name}-' || copy.value, number, digest,
          json_set(record, ${record}), created_at ${copies}, revisions where slug = '${slug}';
        insert into works (slug, revision, digest, kind, status, date_published, series, position, public_record)
          select '${name}-' || copy.value, revision, digest, kind, status, date_published, series,
            1000000 + copy.value, json_set(public_record, ${record}) ${copies}, works where slug = '${slug}';
        insert into facet_index select kind, series, language, topic, date_published, '${name}-' || copy.value
          ${copies}, facet_index where slug = '${slug}';
        commit`);
    },
    /** The bytes of the largest row of the index and of the texts, as SQLite stores them. */
    largestRow(): number {
      const size = (columns: readonly string[]) =>
        columns.map((column) => `coalesce(length(cast(${column} as blob)), 0)`).join(" + ");
      const index = size(["c0", "c1", "c2", "c3", "c4", "c7"]);
      const [row] = sqlite
        .prepare(
          `select max((select coalesce(max(${index}), 0) from search_content),
            (select coalesce(max(${size(["body", "corrections"])}), 0) from texts)) as size`,
        )
        .all();
      return Number(row?.size);
    },
  };
}

export const tenHours = 36_000;

/** Sentences as captions have them: 84 characters in five seconds are as many as a fast speaker says. */
export const sentences = {
  en: "We waited outside the court until the judge had signed the warrant for our neighbor.",
  es: "Esperamos fuera del tribunal hasta que la jueza firmó la orden para nuestro vecino.",
  vi: "Chúng tôi đợi bên ngoài tòa án cho đến khi thẩm phán ký lệnh cho người hàng xóm đó.",
  ar: "انتظرنا خارج المحكمة إلى أن وقّعت القاضية الأمر الصادر بحقّ جارنا أمام أسرته كلّها.",
  th: "เรารออยู่หน้าศาลจนกว่าผู้พิพากษาจะลงนามในหมายสำหรับเพื่อนบ้านของเรา",
  am: "ዳኛዋ ለጎረቤታችን ትእዛዙን እስኪፈርሙ ድረስ ከፍርድ ቤቱ ውጭ ጠበቅን።",
} as const;

/** A film's text: a sentence every five seconds, and rare words once in each hour. */
export function spokenText(language: string, sentence: string, seconds = tenHours): WorkText {
  const cues = Array.from({ length: Math.ceil(seconds / 5) }, (_, index) => ({
    startTime: index * 5,
    endTime: index * 5 + 4.5,
    text: index % 720 === 360 ? `${sentence} Persimmon ${index}` : sentence,
  }));
  return { language, format: "cues", body: formatCueRows(cues) };
}

/** A SHA-256 that no other call gives. */
export function digestNumber(number: number): string {
  return number.toString(16).padStart(64, "0");
}

let files = 0;
export function file<Extension extends string>(extension: Extension, size = 1000) {
  files += 1;
  return { sha256: digestNumber(files), extension, size };
}

/** An episode with as little as it can have. */
export function plainEpisode(slug: string, changes: Partial<EpisodeRecord> = {}): EpisodeRecord {
  return {
    kind: "Episode",
    slug,
    inLanguage: "en",
    status: "published",
    datePublished: "2026-01-01",
    name: { en: `Film ${slug}` },
    duration: tenHours,
    video: [{ ...file("webm"), duration: tenHours, width: 640, height: 360 }],
    captions: [],
    chapters: [],
    attachments: [],
    ...changes,
  };
}

/** Twenty languages. */
export const tags = "en es vi ar ht so ti ps my th am fa ur zh ko ru pt fr hi bn".split(" ");
const inEach = (text: string) => Object.fromEntries(tags.map((tag) => [tag, text]));
export const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A work with everything that DESIGN 12 promises: 60 chapters, 40 tracks, 50 attachments, in 20 languages. */
export function richEpisode(slug: string, changes: Partial<EpisodeRecord> = {}): EpisodeRecord {
  return plainEpisode(slug, {
    name: inEach("قصّة الحيّ الذي انتظر أمام المحكمة حتى المساء"),
    description: inEach("انتظرنا خارج المحكمة إلى أن وقّعت القاضية الأمر. ".repeat(6)),
    poster: { file: file("webp"), alt: inEach("باب مفتوح على شارع."), width: 640, height: 360 },
    captions: times(40, (index) => ({
      inLanguage: tags[index % tags.length] ?? "en",
      kind: index < 20 ? ("captions" as const) : ("descriptions" as const),
      file: file("vtt"),
      origin: "human" as const,
      translator: "A translator with a name",
      cues: 7200,
    })),
    chapters: times(60, (index) => ({ start: index * 600, name: inEach(`الفصل رقم ${index}`) })),
    attachments: times(50, (index) => ({
      file: file("pdf"),
      inLanguage: "en",
      name: inEach(`دليل للنقاش، الجزء ${index}`),
    })),
    ...changes,
  });
}

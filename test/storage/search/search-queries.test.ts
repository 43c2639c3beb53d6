import { beforeAll, expect, test } from "vitest";
import { parseSearchQuery } from "../../../src/search/query/query.ts";
import { searchWorks } from "../../../src/storage/search/search.ts";
import { database } from "../../support/library.ts";
import { publishCorpus } from "../../support/search-corpus.ts";

/** What people type, in their language, and the work that should come first. */
const queries: [language: string, query: string, first: string][] = [
  ["en", "know your rights", "rights"],
  ["en", "warrant judge", "rights"],
  ["en", '"remain silent"', "rights"],
  ["en", "orchard", "harvest"],
  ["en", "apples sunrise", "harvest"],
  ["en", "cooperativ", "harvest"],
  ["en", "GRANDMOTHER sunday", "letters"],
  ["en", "detention center", "letters"],
  ["en", "enroll child", "school"],
  ["en", "five languages", "school"],
  ["en", "interpreter", "interpreter"],
  ["en", "“even the pauses”", "interpreter"],
  ["en", "cinnamon", "bread"],
  ["en", "night bus", "bus"],
  ["en", "vaccines appointm", "clinic"],

  ["es", "derechos", "rights"],
  ["es", "orden firmada juez", "rights"],
  ["es", "«guardar silencio»", "rights"],
  ["es", "cosecha del huerto", "harvest"],
  ["es", "manzanas", "harvest"],
  ["es", "abuela domingo", "letters"],
  ["es", "centro de detencion", "letters"],
  ["es", "detención", "letters"],
  ["es", "nino inscribirse", "school"],
  ["es", "escuela rio", "school"],
  ["es", "interprete", "interpreter"],
  ["es", "¿juramento?", "interpreter"],
  ["es", "panaderia canela", "bread"],
  ["es", "autobus", "bus"],
  ["es", "clínica gratuita", "clinic"],

  ["vi", "quyền của quý vị", "rights"],
  ["vi", "tham phan", "rights"],
  ["vi", '"giữ im lặng"', "rights"],
  ["vi", "thu hoach", "harvest"],
  ["vi", "hái táo", "harvest"],
  ["vi", "hop tac xa", "harvest"],
  ["vi", "Chủ nhật", "letters"],
  ["vi", "trai giam", "letters"],
  ["vi", "đọc phong bì", "letters"],
  ["vi", "ghi danh", "school"],
  ["vi", "dong song", "school"],
  ["vi", "luat su", "interpreter"],
  ["vi", "bánh mì", "bread"],
  ["vi", "xe buyt dem", "bus"],
  ["vi", "duong so chin", "clinic"],

  ["th", "สิทธิ", "rights"],
  ["th", "ผู้พิพากษา", "rights"],
  ["th", "เปิด ประตู", "rights"],
  ["th", "เก็บเกี่ยว", "harvest"],
  ["th", "แอปเปิล", "harvest"],
  ["th", "สหกรณ์", "harvest"],
  ["th", "จดหมาย", "letters"],
  ["th", "ศูนย์กักกัน", "letters"],
  ["th", "โรงเรียน", "school"],
  ["th", "ห้าภาษา", "school"],
  ["th", "ทนายความ", "interpreter"],
  ["th", "ขนมปัง", "bread"],
  ["th", "อบเชย ยีสต์", "bread"],
  ["th", "รถเมล์", "bus"],
  ["th", "ฉีดวัคซีน", "clinic"],
];

beforeAll(publishCorpus);

test("there are sixty of them", () => {
  expect(queries).toHaveLength(60);
});

test.each(queries)("in %s, %s finds %s first", async (language, query, first) => {
  const terms = parseSearchQuery(query);
  const now = "2026-11-25T00:00:00.000Z";
  const { hits } = await searchWorks(database, { terms, language, limit: 25, now });
  expect(hits[0]).toMatchObject({ item: { slug: first }, language });
});

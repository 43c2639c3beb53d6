/** A question, as a reader types it, with what they want to see first. */
export interface Question {
  /** The reader's language. */
  readonly language: "en" | "es" | "vi" | "ar" | "zh";
  readonly query: string;
  /** The work that comes first. */
  readonly slug?: string;
  /** Of a film: when the first passage that is shown begins, in seconds. Of a document: words that it marks. */
  readonly at?: number | string;
  /** If nothing can be found: the query that is suggested. */
  readonly suggestion?: string;
}

const ask = (
  language: Question["language"],
  query: string,
  slug: string,
  at?: number | string,
): Question => ({ language, query, slug, ...(at === undefined ? {} : { at }) });

export const questions: readonly Question[] = [
  // Words as people remember them, in another form than was said.
  ask("en", "detained at a checkpoint", "checkpoint"),
  ask("en", "deportation of my husband", "audiencia", 15),
  ask("en", "signed by a judge", "know-your-rights"),
  ask("en", "what to do when ICE is at the door", "know-your-rights"),
  ask("en", "know your rights", "know-your-rights"),
  ask("en", "Rosa Mendez", "town-hall", 5),
  ask("en", "287g", "town-hall", 0),
  ask("en", '"my children where I was"', "checkpoint", 25),
  ask("en", "from prison to detention", "second-chance", 25),
  { language: "en", query: "migrants rihgts", suggestion: "immigrants rights" },

  ask("es", "esposo deportado", "audiencia", 15),
  ask("es", "detenidos", "checkpoint", 20),
  ask("es", "abogado gratis", "public-charge", "abogado"),
  ask("es", "que hago si no se que papel firmar", "audiencia", 20),
  ask("es", "orden de un juez", "know-your-rights"),
  ask("es", "interprete mam", "audiencia", 5),
  ask("es", "cuánto cuesta la fianza", "checkpoint", 35),
  ask("es", "prioridades de deportacion", "priorities-memo"),
  { language: "es", query: "inmigrasion", suggestion: "inmigración" },

  ask("vi", "dân", "tiem-mong", 10),
  ask("vi", "dẫn đường", "tiem-mong", 5),
  ask("vi", "trục xuất", "priorities-memo"),
  ask("vi", "truc xuat", "priorities-memo"),
  ask("vi", "luật sư nói tiếng Tây Ban Nha", "checkpoint", 30),
  ask("vi", "đứng chờ", "vietnam-letter", "đứng chờ"),
  ask("vi", "Da Nang", "vietnam-letter"),
  ask("vi", "quyền giữ im lặng", "know-your-rights", "quyền giữ im lặng"),

  ask("ar", "احتجاز", "markaz", 5),
  ask("ar", "رسالة الحراس", "markaz", 10),
  ask("ar", "مهاجرون", "ar-guide"),
  ask("ar", "اسرتي", "markaz", 15),
  ask("ar", "2024", "markaz", 20),
  ask("ar", "حقوقك", "know-your-rights"),
  ask("ar", "مدارس", "ar-guide"),

  ask("zh", "移民权利", "che-yi-chang", 10),
  ask("zh", "2024", "che-yi-chang", 15),
  ask("zh", "律师起诉", "che-yi-chang", 20),
  ask("zh", "加班费", "che-yi-chang", 5),
  ask("zh", "法官签署", "know-your-rights", "法官签署"),
  ask("zh", "保释", "bond-fund"),
];

import { chooseText, type LocalText, type Neighbours, type Texts } from "../fallback.ts";
import { baseLanguage } from "../tag.ts";
import { translateWord, type WordTable } from "./translate.ts";

/** The topics of the works that the library comes with, and some that others need. Manifests write them in English. */
const topics: WordTable = {
  immigration: { es: "Inmigración", vi: "Nhập cư", ar: "الهجرة" },
  criminalization: { es: "Criminalización", vi: "Hình sự hóa", ar: "التجريم" },
  detention: { es: "Detención", vi: "Giam giữ", ar: "الاحتجاز" },
  deportation: { es: "Deportación", vi: "Trục xuất", ar: "الترحيل" },
  history: { es: "Historia", vi: "Lịch sử", ar: "التاريخ" },
  help: { es: "Ayuda", vi: "Trợ giúp", ar: "مساعدة" },
  captions: { es: "Subtítulos", vi: "Phụ đề", ar: "النص على الشاشة" },
  transcripts: { es: "Transcripciones", vi: "Bản chép lời", ar: "النصوص المكتوبة" },
  quoting: { es: "Citas", vi: "Trích dẫn", ar: "الاقتباس" },
  languages: { es: "Idiomas", vi: "Ngôn ngữ", ar: "اللغات" },
  "enforcement priorities": {
    es: "Prioridades de aplicación de la ley",
    vi: "Ưu tiên thực thi pháp luật",
    ar: "أولويات إنفاذ القانون",
  },
  explainer: { es: "Explicación", vi: "Bài giải thích", ar: "شرح" },
  strategy: { es: "Estrategia", vi: "Chiến lược", ar: "الاستراتيجية" },
  advocacy: { es: "Incidencia", vi: "Vận động chính sách", ar: "المناصرة" },
  "racial justice": { es: "Justicia racial", vi: "Công lý chủng tộc", ar: "العدالة العرقية" },
  "second chances": { es: "Segundas oportunidades", vi: "Cơ hội thứ hai", ar: "الفرص الثانية" },
  "criminal records": { es: "Antecedentes penales", vi: "Tiền án", ar: "السجلات الجنائية" },
  "re-entry": { es: "Reinserción", vi: "Tái hòa nhập", ar: "إعادة الاندماج" },
  work: { es: "Trabajo", vi: "Việc làm", ar: "العمل" },
  "work permits": { es: "Permisos de trabajo", vi: "Giấy phép lao động", ar: "تصاريح العمل" },
  housing: { es: "Vivienda", vi: "Nhà ở", ar: "السكن" },
  education: { es: "Educación", vi: "Giáo dục", ar: "التعليم" },
  legislation: { es: "Legislación", vi: "Luật pháp", ar: "التشريع" },
  parole: {
    es: "Permiso humanitario (parole)",
    vi: "Tạm tha (parole)",
    ar: "الإفراج المشروط (parole)",
  },
  platform: { es: "Plataforma", vi: "Cương lĩnh", ar: "برنامج العمل" },
  policy: { es: "Políticas públicas", vi: "Chính sách", ar: "السياسات" },
  asylum: { es: "Asilo", vi: "Tị nạn", ar: "اللجوء" },
  refugees: { es: "Personas refugiadas", vi: "Người tị nạn", ar: "اللاجئون" },
  family: { es: "Familia", vi: "Gia đình", ar: "الأسرة" },
  "know your rights": { es: "Conozca sus derechos", vi: "Biết quyền của quý vị", ar: "اعرف حقوقك" },
};

/** A topic as a manifest writes it: a word, or a word in each language. */
export type Keyword = string | Texts;

/**
 * A topic in the reader's language: in the manifest's own word, else in that of the table above, else as pages
 * fall back for any text.
 * @param original the language of the work
 */
export function topicIn(
  keyword: Keyword,
  reader: string,
  original: string,
  neighbours?: Neighbours,
): Pick<LocalText, "value" | "language"> {
  if (typeof keyword === "string") return translateWord(topics, keyword, reader, original);
  const own = chooseText(keyword, reader, original, neighbours);
  if (own?.fellBack === false) return own;
  const shipped = translateWord(topics, keyword.en ?? "", reader, "en");
  if (baseLanguage(shipped.language) === baseLanguage(reader) && shipped.value !== "")
    return shipped;
  return own ?? { value: "", language: original };
}

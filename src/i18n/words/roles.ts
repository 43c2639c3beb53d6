import { translateWord, type WordTable } from "./translate.ts";

/**
 * The roles of credits, as what someone did: Spanish and Arabic then need no gender.
 * Manifests write them in English.
 */
const roles: WordTable = {
  creator: { es: "Realización", vi: "Người thực hiện", ar: "إعداد" },
  author: { es: "Autoría", vi: "Tác giả", ar: "تأليف" },
  writer: { es: "Guion", vi: "Biên kịch", ar: "كتابة" },
  director: { es: "Dirección", vi: "Đạo diễn", ar: "إخراج" },
  filmmaker: { es: "Realización", vi: "Nhà làm phim", ar: "صناعة الفيلم" },
  producer: { es: "Producción", vi: "Nhà sản xuất", ar: "إنتاج" },
  "executive producer": { es: "Producción ejecutiva", vi: "Giám đốc sản xuất", ar: "إنتاج تنفيذي" },
  narrator: { es: "Narración", vi: "Người dẫn chuyện", ar: "تعليق صوتي" },
  voice: { es: "Voz", vi: "Lồng tiếng", ar: "صوت" },
  translator: { es: "Traducción", vi: "Người dịch", ar: "ترجمة" },
  interpreter: { es: "Interpretación", vi: "Phiên dịch", ar: "ترجمة شفوية" },
  participant: { es: "Participación", vi: "Người tham gia", ar: "مشاركة" },
  interviewer: { es: "Entrevista", vi: "Người phỏng vấn", ar: "إجراء المقابلة" },
  interviewee: { es: "Persona entrevistada", vi: "Người được phỏng vấn", ar: "ضيف المقابلة" },
  speaker: { es: "Intervención", vi: "Người phát biểu", ar: "متحدث" },
  host: { es: "Conducción", vi: "Người dẫn chương trình", ar: "تقديم" },
  editor: { es: "Edición", vi: "Biên tập", ar: "تحرير" },
  camera: { es: "Cámara", vi: "Quay phim", ar: "تصوير" },
  cinematographer: { es: "Fotografía", vi: "Quay phim", ar: "تصوير سينمائي" },
  photographer: { es: "Fotografía", vi: "Nhiếp ảnh", ar: "تصوير فوتوغرافي" },
  sound: { es: "Sonido", vi: "Âm thanh", ar: "صوتيات" },
  music: { es: "Música", vi: "Âm nhạc", ar: "موسيقى" },
  composer: { es: "Composición musical", vi: "Soạn nhạc", ar: "تأليف موسيقي" },
  animator: { es: "Animación", vi: "Hoạt hình", ar: "رسوم متحركة" },
  illustrator: { es: "Ilustración", vi: "Minh họa", ar: "رسوم" },
  designer: { es: "Diseño", vi: "Thiết kế", ar: "تصميم" },
  researcher: { es: "Investigación", vi: "Nghiên cứu", ar: "بحث" },
  consultant: { es: "Asesoría", vi: "Cố vấn", ar: "استشارة" },
  contributor: { es: "Colaboración", vi: "Cộng tác", ar: "مساهمة" },
  captions: { es: "Subtítulos", vi: "Phụ đề", ar: "نص على الشاشة" },
  captioner: { es: "Subtítulos", vi: "Người làm phụ đề", ar: "نص على الشاشة" },
  subtitles: { es: "Subtítulos", vi: "Phụ đề", ar: "ترجمة على الشاشة" },
  "audio describer": { es: "Audiodescripción", vi: "Mô tả bằng lời", ar: "وصف صوتي" },
  reviewer: { es: "Revisión", vi: "Người hiệu đính", ar: "مراجعة" },
  organizer: { es: "Organización", vi: "Người tổ chức", ar: "تنظيم" },
};

/** A credit's role in the reader's language; as written if it isn't one of those above. */
export const roleIn = (role: string, reader: string, original: string) =>
  translateWord(roles, role, reader, original);

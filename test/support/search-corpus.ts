import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import { document, episode, publish, storeFile, track, vtt } from "./library.ts";

/** A small library in four languages, for hand-written queries. */
interface CorpusWork {
  readonly kind: "Episode" | "Document";
  readonly name: Record<string, string>;
  readonly said: Record<string, readonly string[]>;
}

export const corpus: Record<string, CorpusWork> = {
  rights: {
    kind: "Document",
    name: {
      en: "Know Your Rights at the Door",
      es: "Conozca sus derechos en la puerta",
      vi: "Biết quyền của quý vị trước cửa nhà",
      th: "รู้สิทธิของคุณที่หน้าประตู",
    },
    said: {
      en: ["You need not open without a warrant that a judge signed.", "You may remain silent."],
      es: ["No tiene que abrir sin una orden firmada por un juez.", "Puede guardar silencio."],
      vi: ["Quý vị không phải mở nếu không có lệnh do thẩm phán ký.", "Quý vị có thể giữ im lặng."],
      th: ["คุณไม่จำเป็นต้องเปิดหากไม่มีหมายที่ผู้พิพากษาลงนาม", "คุณไม่ต้องตอบคำถาม"],
    },
  },
  harvest: {
    kind: "Episode",
    name: {
      en: "The Orchard Harvest",
      es: "La cosecha del huerto",
      vi: "Mùa thu hoạch vườn táo",
      th: "ฤดูเก็บเกี่ยวในสวนแอปเปิล",
    },
    said: {
      en: ["We pick apples before sunrise.", "The cooperative pays the same wage to all of us."],
      es: [
        "Recogemos manzanas antes del amanecer.",
        "La cooperativa paga a todos el mismo sueldo.",
      ],
      vi: ["Chúng tôi hái táo trước bình minh.", "Hợp tác xã trả lương như nhau cho mọi người."],
      th: ["เราเก็บแอปเปิลก่อนพระอาทิตย์ขึ้น", "สหกรณ์จ่ายค่าจ้างเท่ากันให้ทุกคน"],
    },
  },
  letters: {
    kind: "Episode",
    name: {
      en: "Letters From Inside",
      es: "Cartas desde adentro",
      vi: "Những lá thư từ bên trong",
      th: "จดหมายจากข้างใน",
    },
    said: {
      en: ["My grandmother wrote to me every Sunday.", "The detention center read each envelope."],
      es: ["Mi abuela me escribía cada domingo.", "El centro de detención leía cada sobre."],
      vi: ["Bà tôi viết cho tôi mỗi Chủ nhật.", "Trại giam đọc từng phong bì."],
      th: ["ยายเขียนถึงฉันทุกวันอาทิตย์", "ศูนย์กักกันอ่านทุกซอง"],
    },
  },
  school: {
    kind: "Document",
    name: {
      en: "A School Near the River",
      es: "Una escuela junto al río",
      vi: "Ngôi trường bên dòng sông",
      th: "โรงเรียนริมแม่น้ำ",
    },
    said: {
      en: ["Every child may enroll; nobody asks for papers.", "The teachers speak five languages."],
      es: [
        "Cada niño puede inscribirse; nadie pide papeles.",
        "Las maestras hablan cinco idiomas.",
      ],
      vi: ["Mọi trẻ em đều được ghi danh; không ai hỏi giấy tờ.", "Các cô giáo nói năm thứ tiếng."],
      th: ["เด็กทุกคนสมัครเรียนได้ ไม่มีใครขอเอกสาร", "ครูพูดได้ห้าภาษา"],
    },
  },
  interpreter: {
    kind: "Episode",
    name: {
      en: "The Interpreter in the Courtroom",
      es: "La intérprete en el tribunal",
      vi: "Người thông dịch trong phòng xử án",
      th: "ล่ามในห้องพิจารณาคดี",
    },
    said: {
      en: ["She carries every word across, even the pauses.", "The lawyer waited for the oath."],
      es: ["Ella traslada cada palabra, hasta las pausas.", "El abogado esperó el juramento."],
      vi: ["Cô chuyển từng lời, cả những quãng lặng.", "Luật sư chờ lời tuyên thệ."],
      th: ["เธอถ่ายทอดทุกถ้อยคำแม้แต่ความเงียบ", "ทนายความรอคำสาบาน"],
    },
  },
  bread: {
    kind: "Episode",
    name: {
      en: "Bread at Midnight",
      es: "Pan a medianoche",
      vi: "Bánh mì lúc nửa đêm",
      th: "ขนมปังตอนเที่ยงคืน",
    },
    said: {
      en: [
        "The bakery smells of cinnamon and yeast.",
        "My uncle kneads until the street wakes up.",
      ],
      es: ["La panadería huele a canela y levadura.", "Mi tío amasa hasta que despierta la calle."],
      vi: ["Tiệm bánh thơm mùi quế và men.", "Chú tôi nhào bột đến khi con phố thức dậy."],
      th: ["ร้านเบเกอรี่หอมกลิ่นอบเชยและยีสต์", "ลุงของฉันนวดแป้งจนถนนตื่น"],
    },
  },
  bus: {
    kind: "Document",
    name: {
      en: "Riding the Night Bus",
      es: "En el autobús nocturno",
      vi: "Chuyến xe buýt đêm",
      th: "รถเมล์กลางคืน",
    },
    said: {
      en: [
        "The driver knows every cleaner by name.",
        "A ticket costs two dollars; change at Elm Street.",
      ],
      es: ["El conductor conoce a cada limpiadora por su nombre.", "El boleto cuesta dos dólares."],
      vi: ["Bác tài biết tên từng người lau dọn.", "Vé giá hai đô la."],
      th: ["คนขับรู้จักชื่อพนักงานทำความสะอาดทุกคน", "ตั๋วราคาสองดอลลาร์"],
    },
  },
  clinic: {
    kind: "Document",
    name: {
      en: "The Free Clinic on Ninth Street",
      es: "La clínica gratuita de la calle Nueve",
      vi: "Phòng khám miễn phí trên đường số Chín",
      th: "คลินิกฟรีบนถนนสายเก้า",
    },
    said: {
      en: [
        "Nurses give vaccines without an appointment.",
        "Bring no identification, only yourself.",
      ],
      es: ["Las enfermeras vacunan sin cita.", "No traiga identificación, solo venga."],
      vi: ["Y tá tiêm vắc-xin không cần hẹn trước.", "Đừng mang giấy căn cước, chỉ cần đến."],
      th: ["พยาบาลฉีดวัคซีนโดยไม่ต้องนัด", "ไม่ต้องนำบัตรประจำตัวมา"],
    },
  },
};

/** Publishes the whole corpus. */
export async function publishCorpus(): Promise<void> {
  for (const [slug, work] of Object.entries(corpus)) {
    if (work.kind === "Episode") await publish(await film(slug, work));
    else {
      const texts = Object.entries(work.said).map(async ([inLanguage, lines]) => {
        return {
          inLanguage,
          file: await storeFile(`# ${work.name[inLanguage]}\n\n${lines.join("\n\n")}`, "md"),
        };
      });
      await publish(await document(slug, { name: work.name, texts: await Promise.all(texts) }));
    }
  }
}

async function film(slug: string, { name, said }: CorpusWork): Promise<EpisodeRecord> {
  const captions = Object.entries(said).map(([language, lines]) =>
    track(language, vtt(...lines), language === "en" ? "captions" : "subtitles"),
  );
  return episode(slug, { name, description: undefined, captions: await Promise.all(captions) });
}

import type { CueRow } from "../../../src/captions/cue-rows.ts";

/** A work of the small library that the forty questions are asked of. */
export interface QuestionedWork {
  readonly kind: "Episode" | "Document" | "Series";
  readonly inLanguage: string;
  readonly name: Readonly<Record<string, string>>;
  readonly description?: Readonly<Record<string, string>>;
  readonly keywords?: readonly string[];
  readonly series?: string;
  /** For each language, the cues of a film, each five seconds long, or the paragraphs of a document. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/** Cues of five seconds. */
export const cuesOf = (lines: readonly string[]): CueRow[] =>
  lines.map((line, index) => [index * 5, index * 5 + 5, line]);

export const works: Readonly<Record<string, QuestionedWork>> = {
  "how-we-got-here": {
    kind: "Series",
    inLanguage: "en",
    name: { en: "How Did We Get Here?", es: "¿Cómo llegamos aquí?" },
    description: { en: "How two systems of punishment became one." },
    texts: {},
  },
  "know-your-rights": {
    kind: "Document",
    inLanguage: "en",
    name: {
      en: "Know Your Rights at the Door",
      es: "Conozca sus derechos en la puerta",
      vi: "Biết quyền của quý vị trước cửa nhà",
      ar: "اعرف حقوقك عند الباب",
      zh: "在门口了解您的权利",
    },
    keywords: ["rights", "warrant"],
    texts: {
      en: [
        "You do not have to open the door. Ask the officers to hold the paper against the window.",
        "Only a warrant that a judge signed lets them come in. A form that an officer of ICE signed does not.",
        "You may remain silent. You may speak to a lawyer before you sign anything.",
      ],
      es: [
        "No tiene que abrir la puerta. Pida a los agentes que muestren el papel por la ventana.",
        "Solo una orden firmada por un juez les permite entrar.",
        "Usted puede guardar silencio y hablar con un abogado antes de firmar.",
      ],
      vi: [
        "Quý vị không phải mở cửa. Hãy yêu cầu họ đưa giấy tờ trước cửa sổ.",
        "Chỉ có lệnh do thẩm phán ký mới cho phép họ vào nhà.",
        "Quý vị có quyền giữ im lặng và nói chuyện với luật sư.",
      ],
      ar: [
        "لست مضطراً إلى فتح الباب. اطلب من الضباط أن يُظهروا الورقة من النافذة.",
        "لا يسمح لهم بالدخول إلا أمرٌ وقّعه قاضٍ.",
        "من حقك أن تلتزم الصمت وأن تتحدّث إلى محامٍ.",
      ],
      zh: [
        "您不必开门。请他们把文件放在窗前。",
        "只有法官签署的搜查令才允许他们进入。",
        "您有权保持沉默，并与律师交谈。",
      ],
    },
  },
  checkpoint: {
    kind: "Episode",
    inLanguage: "en",
    series: "how-we-got-here",
    name: { en: "The Checkpoint", es: "El retén", vi: "Trạm kiểm soát" },
    description: { en: "A mother is arrested on the way to work." },
    keywords: ["arrest", "families"],
    texts: {
      en: [
        "I was driving to work before sunrise.",
        "The sheriff stopped every car on the bridge.",
        "They asked me where I was born.",
        "An officer took my license and my phone.",
        "I was detained for eleven days.",
        "Nobody told my children where I was.",
        "My sister found a lawyer who spoke Spanish.",
        "The judge set bond at five thousand dollars.",
        "Our neighbors collected the money in one night.",
        "When I came home my daughter would not let go of me.",
      ],
      es: [
        "Iba manejando al trabajo antes del amanecer.",
        "El alguacil paraba todos los carros en el puente.",
        "Me preguntaron dónde nací.",
        "Un agente me quitó la licencia y el teléfono.",
        "Estuve detenida once días.",
        "Nadie les dijo a mis hijos dónde estaba.",
        "Mi hermana encontró una abogada que hablaba español.",
        "El juez fijó una fianza de cinco mil dólares.",
        "Los vecinos juntaron el dinero en una noche.",
        "Cuando volví a casa, mi hija no me soltaba.",
      ],
      vi: [
        "Tôi lái xe đi làm trước bình minh.",
        "Cảnh sát trưởng chặn mọi chiếc xe trên cầu.",
        "Họ hỏi tôi sinh ra ở đâu.",
        "Một viên chức lấy bằng lái và điện thoại của tôi.",
        "Tôi bị giam mười một ngày.",
        "Không ai nói cho các con tôi biết tôi ở đâu.",
        "Chị tôi tìm được một luật sư nói tiếng Tây Ban Nha.",
        "Thẩm phán ấn định tiền bảo lãnh năm nghìn đô la.",
        "Hàng xóm góp đủ tiền trong một đêm.",
        "Khi tôi về nhà, con gái ôm tôi không buông.",
      ],
    },
  },
  "second-chance": {
    kind: "Episode",
    inLanguage: "en",
    name: { en: "A Second Chance", es: "Una segunda oportunidad" },
    texts: {
      en: [
        "I came home after nine years in prison.",
        "You know, you think you know the street, and you don't.",
        "Every form asks if you were ever convicted.",
        "You do your time, and then you do it again.",
        "Immigration agents waited for me at the gate.",
        "They transferred me from the prison to detention.",
        "That is what people call the pipeline.",
        "What I want is a job, a room and a vote.",
      ],
      es: [
        "Volví a casa después de nueve años en prisión.",
        "Uno cree que conoce la calle, y no.",
        "Cada formulario pregunta si uno fue condenado.",
        "Uno cumple su condena, y luego la cumple otra vez.",
        "Agentes de inmigración me esperaban en el portón.",
        "Me trasladaron de la prisión a la detención.",
        "A eso la gente le dice la tubería.",
        "Quiero un trabajo, un cuarto y un voto.",
      ],
    },
  },
  "town-hall": {
    kind: "Episode",
    inLanguage: "en",
    name: { en: "Town Hall on 287(g)" },
    texts: {
      en: [
        "<v Councilmember Nguyễn>Welcome, everyone. Tonight is about the 287(g) agreement.",
        "<v Rosa Méndez>My name is on the list of speakers.",
        "<v Rosa Méndez>The county pays for every hour that its deputies work for ICE.",
        "<v Sheriff Cole>I will answer that in a moment.",
        "<v Councilmember Nguyễn>Mrs. Méndez still has the floor.",
        "<v Rosa Méndez>End the contract.",
        "<v Sheriff Cole>The contract ends in 2027.",
      ],
    },
  },
  "priorities-memo": {
    kind: "Document",
    inLanguage: "en",
    name: {
      en: "DHS Deportation Priorities Memo Explainer",
      es: "Informe: Memorando de las Prioridades de Deportación",
      vi: "[Giải thích bản ghi nhớ về ưu tiên trục xuất]",
    },
    keywords: ["deportation"],
    texts: {
      en: [
        "The memo of 30 September 2021 names three groups of immigrants who become priorities for arrest, detention and deportation.",
        "It takes effect on 29 November 2021 and replaces the earlier memos.",
      ],
      es: [
        "El memorando del 30 de septiembre de 2021 nombra tres grupos de inmigrantes que son prioridad para el arresto, la detención y la deportación.",
        "Entra en vigor el 29 de noviembre de 2021.",
      ],
      vi: [
        "Bản ghi nhớ ngày 30 tháng 9 năm 2021 nêu ba nhóm người nhập cư bị ưu tiên bắt giữ, giam giữ và trục xuất.",
        "Văn bản có hiệu lực từ ngày 29 tháng 11 năm 2021.",
      ],
    },
  },
  audiencia: {
    kind: "Episode",
    inLanguage: "es",
    name: { es: "La audiencia", en: "The Hearing" },
    description: { es: "Una familia espera a la intérprete." },
    texts: {
      es: [
        "Llegamos al tribunal a las siete de la mañana.",
        "La intérprete hablaba mam, no español.",
        "El niño durmió en mis brazos.",
        "A mi esposo lo deportaron en marzo.",
        "Yo no sabía qué papel tenía que firmar.",
        "La jueza nos dio un año más.",
      ],
      en: [
        "We reached the court at seven in the morning.",
        "The interpreter spoke Mam, not Spanish.",
        "The boy slept in my arms.",
        "They deported my husband in March.",
        "I did not know which paper I had to sign.",
        "The judge gave us one more year.",
      ],
    },
  },
  "tiem-mong": {
    kind: "Episode",
    inLanguage: "vi",
    name: { vi: "Tiệm móng tay", en: "The Nail Salon" },
    texts: {
      vi: [
        "Tôi làm ở tiệm móng tay đã mười hai năm.",
        "Người dẫn đường đưa chúng tôi qua sông.",
        "Người dân ở đây thương nhau lắm.",
        "Chủ tiệm không trả lương làm thêm giờ.",
        "Chúng tôi lập công đoàn đầu tiên của thành phố.",
        "Cháu tôi sinh ra ở Đà Nẵng.",
      ],
      en: [
        "I have worked in the nail salon for twelve years.",
        "A guide took us across the river.",
        "People here care for each other.",
        "The owner does not pay overtime.",
        "We founded the city's first union.",
        "My grandchild was born in Da Nang.",
      ],
    },
  },
  "vietnam-letter": {
    kind: "Document",
    inLanguage: "vi",
    name: { vi: "Thư gửi Đà Nẵng" },
    texts: {
      vi: [
        "Mẹ kính yêu, con đã có việc làm. Chúng con dùng cơm lúc sáu giờ tối.",
        "Người ta đứng chờ trước sở di trú từ sáng sớm. Con nhớ đất nước mình.",
      ],
    },
  },
  markaz: {
    kind: "Episode",
    inLanguage: "ar",
    name: { ar: "رسائل من الداخل", en: "Letters From Inside" },
    texts: {
      ar: [
        "كتبت لي جدّتي كلّ يوم أحد.",
        "كان مركز الإيواء والاحتجاز بعيداً عن المدينة.",
        "قرأ الحرّاس كلّ رسالة.",
        "لم أرَ أسرتي سبعة أشهر.",
        "المحامية تكلّمت مع القاضي في سنة ٢٠٢٤.",
        "ثمّ عدتُ إلى البيت.",
      ],
      en: [
        "My grandmother wrote to me every Sunday.",
        "The detention center was far from the city.",
        "The guards read every letter.",
        "I did not see my family for seven months.",
        "The lawyer spoke to the judge in 2024.",
        "Then I returned home.",
      ],
    },
  },
  "ar-guide": {
    kind: "Document",
    inLanguage: "ar",
    name: { ar: "دليل المهاجرين إلى المدرسة" },
    texts: {
      ar: [
        "كلّ طفل مهاجر له الحق في المدرسة. لا تطلب المدرسة أوراقاً.",
        "تحتاج العائلات إلى شهادة ميلاد وعنوان.",
      ],
    },
  },
  "che-yi-chang": {
    kind: "Episode",
    inLanguage: "zh",
    name: { zh: "车衣厂", en: "The Garment Factory" },
    texts: {
      zh: [
        "我们在洛杉矶的车衣厂工作。",
        "老板没有付加班费。",
        "移民权利运动在这里开始。",
        "2024年我们组织了工会。",
        "律师说可以起诉老板。",
        "法官判我们赢了。",
      ],
      en: [
        "We work in a garment factory in Los Angeles.",
        "The boss did not pay overtime.",
        "The movement for immigrant rights began here.",
        "In 2024 we organized a union.",
        "A lawyer said we could sue the boss.",
        "The court ruled for us.",
      ],
    },
  },
  "bond-fund": {
    kind: "Document",
    inLanguage: "en",
    name: { en: "How a Bond Fund Works", zh: "保释基金如何运作" },
    keywords: ["bond"],
    texts: {
      en: [
        "A bond is money that lets a person leave detention while the case goes on. Families may apply for help with it.",
        "The fund pays, and is paid back when the case ends. Nobody is asked about their record.",
      ],
      zh: [
        "保释金让人在案件进行期间离开拘留所。家人可以申请帮助。",
        "案件结束后，基金收回这笔钱。",
      ],
    },
  },
  "public-charge": {
    kind: "Document",
    inLanguage: "en",
    name: { en: "Public Charge and Health Care", es: "Carga pública y salud" },
    texts: {
      en: [
        "Using a clinic, a food bank or a school lunch does not count against a green card.",
        "Ask a lawyer if you receive cash aid. Your immigration status is your own to tell.",
      ],
      es: [
        "Usar una clínica, un banco de alimentos o el almuerzo escolar no cuenta en contra de la residencia.",
        "Consulte a un abogado gratuito si recibe ayuda en efectivo.",
      ],
    },
  },
};

import { corridor } from "../pictures/corridor.ts";
import { doorsPoster, doorsTitle } from "../pictures/doors.ts";
import { openDoor } from "../pictures/open-door.ts";
import { threads } from "../pictures/threads.ts";
import { threeWays } from "../pictures/three-ways.ts";
import type { Episode } from "../types.ts";

/** It poses the series' question and says what a viewer can do; it claims nothing. */
export const criminalizingMigration: Episode = {
  slug: "criminalizing-migration",
  captions: { en: "en.vtt", es: "es.srt", vi: "vi.vtt" },
  poster: doorsPoster,
  slides: [
    {
      chapter: "About this demonstration",
      draw: doorsTitle,
      lines: [
        {
          en: "This is a demonstration.",
          es: "Es una demostración.",
          vi: "Đây là bản minh họa.",
          pause: 0.5,
        },
        {
          en: "It was made by the makers\nof this software,",
          es: "La hicieron quienes crean\neste programa,",
          vi: "Phim do nhóm làm phần mềm này thực hiện,",
          pause: 0.25,
        },
        {
          en: "not by the organization\nthat publishes the series.",
          es: "no la organización\nque publica la serie.",
          vi: "không phải tổ chức phát hành loạt phim.",
          pause: 0.7,
        },
        {
          en: "It holds the place of the first part:\nCriminalizing Migration.",
          es: "Ocupa el lugar de la primera parte:\nCriminalizing Migration.",
          vi: "Phim giữ chỗ cho phần một:\nCriminalizing Migration.",
        },
      ],
    },
    {
      chapter: "The question",
      draw: threads,
      lines: [
        {
          en: "The series asks how\nthe immigration system",
          es: "La serie pregunta cómo\nel sistema de inmigración",
          vi: "Loạt phim hỏi: bằng cách nào\nhệ thống di trú",
          pause: 0.25,
        },
        {
          en: "and the criminal legal system\ncame to work together.",
          es: "y el sistema penal\nllegaron a trabajar juntos.",
          vi: "và hệ thống pháp luật hình sự\nđã đi đến chỗ phối hợp với nhau?",
          pause: 0.7,
        },
        {
          en: "Here, two threads start far apart\nand wind around each other.",
          es: "Aquí, dos hilos parten muy separados\ny se enroscan el uno en el otro.",
          vi: "Ở đây, hai sợi chỉ khởi đầu cách xa nhau\nrồi quấn lấy nhau.",
        },
      ],
    },
    {
      draw: corridor,
      lines: [
        {
          en: "And it asks how the largest\nimmigration detention system",
          es: "Y pregunta cómo se creó\nel mayor sistema de detención",
          vi: "Và cũng hỏi: hệ thống giam giữ di trú\nlớn nhất thế giới đã ra đời như thế nào?",
          pause: 0.15,
        },
        {
          en: "in the world was made.",
          es: "de inmigrantes del mundo.",
          vi: "",
          pause: 0.7,
        },
        {
          en: "A corridor of closed doors\nleads to a light.",
          es: "Un pasillo de puertas cerradas\nlleva hacia una luz.",
          vi: "Một hành lang với những cánh cửa đóng\ndẫn về phía ánh sáng.",
        },
      ],
    },
    {
      chapter: "What you can do",
      draw: threeWays,
      lines: [
        {
          en: "You can watch with captions\nin English, Spanish or Vietnamese.",
          es: "Puede ver la película con subtítulos\nen inglés, español o vietnamita.",
          vi: "Quý vị có thể xem phim với phụ đề\ntiếng Anh, Tây Ban Nha hoặc Việt.",
        },
        {
          en: "You can read the transcript,\nand press a sentence to hear it.",
          es: "Puede leer la transcripción\ny pulsar una frase para oírla.",
          vi: "Quý vị có thể đọc bản chép lời\nvà bấm vào một câu để nghe câu đó.",
        },
        {
          en: "And the discussion guide\nholds three open questions.",
          es: "Y la guía de conversación\ntrae tres preguntas abiertas.",
          vi: "Và tài liệu gợi ý thảo luận\ncó ba câu hỏi mở.",
        },
      ],
    },
    {
      draw: openDoor,
      lines: [
        {
          en: "What would you ask first?",
          es: "¿Qué preguntaría usted primero?",
          vi: "Quý vị sẽ hỏi điều gì trước tiên?",
        },
      ],
    },
  ],
};

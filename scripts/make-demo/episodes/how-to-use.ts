import { languages } from "../pictures/languages.ts";
import { quotation } from "../pictures/quotation.ts";
import { screen } from "../pictures/screen.ts";
import { shelfEnd, shelfPoster, shelfTitle } from "../pictures/shelf.ts";
import { transcript } from "../pictures/transcript.ts";
import type { Episode } from "../types.ts";

/** How captions, transcript, quoting and other languages work here. */
export const howToUse: Episode = {
  slug: "demonstration-how-to-use-this-library",
  captions: { en: "en.vtt", es: "es.vtt", vi: "vi.vtt" },
  poster: shelfPoster,
  slides: [
    {
      chapter: "Captions and transcript",
      draw: shelfTitle,
      lines: [
        {
          en: "This is a demonstration, made\nby the makers of this software,",
          es: "Esto es una demostración, hecha\npor quienes crean este programa,",
          vi: "Đây là bản minh họa\ndo nhóm làm phần mềm này thực hiện,",
          pause: 0.25,
        },
        {
          en: "not by the organization.",
          es: "no por la organización.",
          vi: "không phải do tổ chức.",
          pause: 0.7,
        },
        {
          en: "It shows how to use this library.",
          es: "Muestra cómo usar esta videoteca.",
          vi: "Phim hướng dẫn cách dùng thư viện này.",
        },
      ],
    },
    {
      draw: screen,
      lines: [
        {
          en: "Captions show the words\nas they are spoken.",
          es: "Los subtítulos muestran las palabras\nmientras se dicen.",
          vi: "Phụ đề hiện lời nói\nngay khi lời được nói ra.",
          pause: 0.7,
        },
        {
          en: "Turn them on in the player,\nand choose your language.",
          es: "Actívelos en el reproductor\ny elija su idioma.",
          vi: "Hãy bật phụ đề trong trình phát\nvà chọn ngôn ngữ của quý vị.",
          pause: 1.2,
        },
      ],
    },
    {
      draw: transcript,
      lines: [
        {
          en: "The transcript holds every word.",
          es: "La transcripción contiene\ncada palabra.",
          vi: "Bản chép lời ghi lại mọi lời nói\ntrong phim.",
        },
        {
          en: "Press a sentence,",
          es: "Pulse una frase",
          vi: "Bấm vào một câu,",
          pause: 0.2,
        },
        {
          en: "and the film goes to its moment.",
          es: "y la película irá a ese momento.",
          vi: "phim sẽ chuyển đến đúng lúc ấy.",
        },
      ],
    },
    {
      chapter: "Quoting",
      draw: quotation,
      lines: [
        {
          en: "To quote the film,",
          es: "Para citar la película,",
          vi: "Để trích dẫn phim,",
          pause: 0.3,
        },
        {
          en: "select words in the transcript\nand copy them.",
          es: "seleccione palabras\nde la transcripción y cópielas.",
          vi: "hãy chọn một đoạn bản chép lời\nrồi sao chép.",
          pause: 0.6,
        },
        {
          en: "The copy brings its citation",
          es: "La copia lleva su referencia",
          vi: "Bản sao có kèm nguồn trích dẫn",
          pause: 0.15,
        },
        {
          en: "and a link to the moment.",
          es: "y un enlace a ese momento.",
          vi: "và đường dẫn đến đúng lúc ấy.",
        },
      ],
    },
    {
      chapter: "Other languages",
      draw: languages,
      lines: [
        {
          en: "Here are pages in English,\nSpanish and Vietnamese.",
          es: "Aquí hay páginas en inglés,\nespañol y vietnamita.",
          vi: "Ở đây có các trang tiếng Anh,\nTây Ban Nha và Việt.",
          pause: 0.7,
        },
        {
          en: "Where a translation is missing,",
          es: "Donde falta una traducción,",
          vi: "Khi chưa có bản dịch,",
          pause: 0.15,
        },
        {
          en: "a label says which language\nyou are reading.",
          es: "una etiqueta indica en qué idioma\nestá leyendo.",
          vi: "một nhãn sẽ cho biết\nquý vị đang đọc ngôn ngữ nào.",
        },
      ],
    },
    {
      draw: shelfEnd,
      lines: [{ en: "Take your time.", es: "Tómese su tiempo.", vi: "Quý vị cứ thong thả." }],
    },
  ],
};

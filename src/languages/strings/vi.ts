import { plural } from "../plural.ts";
import type { Strings } from "./en.ts";

/** The interface in Vietnamese. */
export const vi: Strings = {
  skipToContent: "Chuyển đến nội dung",
  library: "Thư viện",
  language: "Ngôn ngữ",
  contact: "Liên hệ",
  publishedBy: (publisher) => `Xuất bản bởi ${publisher}`,
  privacy: "Không cookie, không theo dõi. Không ai biết quý vị đã ghé thăm.",

  newestEpisode: "Tập mới nhất",
  series: "Loạt phim",
  episodes: "Các tập",
  documents: "Tài liệu",
  film: "Phim",
  document: "Tài liệu",
  episodeNumber: (number) => `Tập ${number}`,
  seasonNumber: (number) => `Mùa ${number}`,
  episodeCount: (count) => plural("vi", count, { other: "# tập" }),
  wholeLibrary: "Xem toàn bộ thư viện",
  more: "Xem thêm",
  nothingHere: "Chưa có gì được xuất bản ở đây.",

  availableIn: "Ngôn ngữ",
  onlyIn: (language) => `Bằng ${language}`,
  contentWarning: "Trước khi xem",
  machineMade: "Do máy tạo ra: có thể có sai sót",

  watch: "Xem",
  transcript: "Bản chép lời",
  chapters: "Các chương",
  playFrom: (moment) => `Phát từ ${moment}`,
  noTranscript: "Chưa có bản chép lời.",
  takeWithYou: "Tải về",
  transcriptAs: {
    txt: "Bản chép lời, văn bản thuần",
    html: "Bản chép lời, trang để in",
    vtt: "Phụ đề, WebVTT",
    srt: "Phụ đề, SRT",
  },
  soundOnly: "Chỉ âm thanh",
  wholeFilm: "Phim",
  audioDescription: "Mô tả bằng lời",
  audioDescriptionModes: {
    integrated: "Lời dẫn nói rõ những gì quan trọng trong hình.",
    track: "Được mô tả trong một bản văn riêng.",
    file: "Có thêm một bản âm thanh kèm lời mô tả.",
    none: "Chưa có.",
  },
  goesWithIt: "Tài liệu kèm theo",
  nextEpisode: "Tập tiếp theo",
  related: "Liên quan",
  credits: "Những người thực hiện",
  licence: "Giấy phép",
  cannotPlay: "Trình duyệt này không phát được phim. Quý vị có thể tải về:",
  watchHere: "Mở trang riêng của phim",
  source: "Nguồn",
  quoted: (words) => `“${words}”`,

  read: "Đọc",
  originalIn: (language) => `Văn bản này bằng ${language}.`,
  openPdf: "Mở tệp PDF",

  notFound: "Không có trang này",
  notFoundHelp:
    "Có thể địa chỉ bị gõ sai hoặc nội dung đã được chuyển đi. Mọi thứ chúng tôi xuất bản đều ở trong thư viện.",
  withdrawn: "Nội dung này đã được rút lại",
  withdrawnHelp: "Nội dung không còn nữa.",
  wrongMethod: "Địa chỉ này chỉ dùng để đọc",
  serverError: "Có lỗi ở phía chúng tôi",
  serverErrorHelp: "Xin thử lại sau giây lát.",
};

import type { AboutPages } from "./en.ts";

export const vi: AboutPages = {
  accessibility: {
    title: "Khả năng tiếp cận",
    body: `Chúng tôi mong mọi người đều có thể xem, đọc và chia sẻ những gì ở đây. Mục tiêu của chúng tôi là Hướng dẫn về khả năng tiếp cận nội dung web (WCAG) 2.2, mức AA.

## Quý vị có thể tin cậy vào

- Mỗi phim đều có phụ đề và bản chép lời để đọc thay vì xem.
- Mọi thứ đều dùng được chỉ bằng bàn phím và với trình đọc màn hình, và hầu hết không cần JavaScript.
- Trang có thể phóng chữ gấp đôi, vừa màn hình 320 điểm ảnh, theo màu sắc và độ tương phản của quý vị, và không chuyển động nếu quý vị yêu cầu thiết bị giảm chuyển động.
- Phần văn bản không thuộc ngôn ngữ của quý vị sẽ nói rõ như vậy, cả với trình đọc màn hình.

## Những gì chưa tốt

- Không phải phim nào cũng có mô tả bằng lời. Trang của phim cho biết có gì.
- Một số tài liệu là tệp PDF chưa được chuẩn bị cho trình đọc màn hình.
- Phụ đề do máy viết được ghi rõ và có thể sai.

## Hãy cho chúng tôi biết

Nếu có điều gì cản trở quý vị, xin [viết cho chúng tôi](contact). Hãy cho biết đó là trang nào và quý vị dùng gì, chúng tôi sẽ sửa hoặc gửi nội dung bằng cách khác.`,
  },
  privacy: {
    title: "Quyền riêng tư",
    body: `Ở đây quý vị có thể xem và đọc mà không cần cho ai biết mình là ai.

## Những gì chúng tôi không làm

- Không cookie, không tài khoản, không quảng cáo, không mã phân tích.
- Không có gì trên các trang này đến từ trang khác. Những gì quý vị xem chỉ được hỏi từ chúng tôi.
- Chúng tôi không giữ địa chỉ internet, không giữ tên trình duyệt, không giữ những gì quý vị đã xem hay đã tìm.

## Những gì trình duyệt của quý vị giữ

Những gì quý vị chọn trong trình phát, như cỡ phụ đề hay chỗ đã dừng, có thể được giữ trong trình duyệt, trên thiết bị của quý vị. Chúng không bao giờ được gửi đi. Nếu quý vị xóa dữ liệu của trang này trong trình duyệt thì chúng mất. Lịch sử trình duyệt cho thấy quý vị đã mở gì, trừ khi quý vị dùng cửa sổ riêng tư.

## Những gì người khác có thể thấy

- Cloudflare chuyển các trang này. Họ cần địa chỉ internet của thiết bị để trả lời quý vị, như mọi trang trên internet. Nhật ký của họ đã được tắt đối với chúng tôi, nên chúng tôi không nhận được gì.
- Nhà cung cấp internet, hoặc mạng ở nơi làm việc, có thể thấy quý vị đã mở trang này, nhưng không thấy phim nào hay trang nào.
- Khi phim được chiếu trên trang của nơi khác, quy định của trang đó cũng áp dụng. Bản thân phim không cho họ biết gì về quý vị.

## Liên kết ra ngoài

Một liên kết từ đây sang trang khác không cho trang đó biết quý vị đến từ đâu.`,
  },
  embed: {
    title: "Chiếu phim trên trang của quý vị",
    body: `Phim nào ở đây cũng có thể chiếu trên trang của quý vị, cùng phụ đề và bản chép lời, nếu giấy phép của phim cho phép. Giấy phép ở trên trang của phim.

## Một dòng

Mở trang của phim và sao chép mã nhúng, hoặc tự viết: thay \`FILM\` bằng phần cuối của địa chỉ phim.

\`\`\`html
<iframe src="{origin}/embed/FILM?lang=vi" title="Tựa đề của phim"
  style="width:100%;aspect-ratio:16/11;border:0"
  allow="fullscreen; picture-in-picture" referrerpolicy="no-referrer"></iframe>
\`\`\`

## Thay đổi trong địa chỉ

- \`lang=vi\`: ngôn ngữ của các nút và tựa đề. Nếu không có, mỗi người xem thấy ngôn ngữ của mình.
- \`captions=vi\`: phụ đề hiện ngay từ đầu; \`captions=none\` là không có.
- \`t=65\`: bắt đầu ở một phút năm giây; \`t=65,80\` cũng dừng ở đó.
- \`transcript=1\`: bản chép lời được mở sẵn.

## Nên biết

Phim không đặt cookie và không cho ai biết về người ghé trang của quý vị, nên thông báo về quyền riêng tư của quý vị không cần nhắc đến. Phim chạy trong WordPress và các hệ thống khác có cách ly phần nhúng. Nếu phim bị rút lại, trang của quý vị sẽ hiện một thông báo thay vào đó.`,
  },
  cite: {
    title: "Trích dẫn",
    body: `## Trích một câu

Chọn lời trong bản chép lời rồi sao chép. Đi kèm là nguồn: tựa đề, nơi phát hành, ngày, và một liên kết mở phim đúng lúc ấy. Bên dưới lời đã chọn có các nút để sao chép lời trích, liên kết đến riêng đoạn ấy, hoặc nguồn của phim.

## Liên kết đến một thời điểm

Thêm \`?t=65\` vào địa chỉ của phim, phim sẽ bắt đầu ở một phút năm giây. \`?t=65,80\` chiếu mười lăm giây ấy.

## Dẫn nguồn một phim hay tài liệu

“Cách trích dẫn” trên mỗi trang có một dòng để sao chép, nêu tựa đề, nơi phát hành, ngày và địa chỉ. Bên cạnh có tệp cho phần mềm quản lý trích dẫn (Zotero, EndNote, LaTeX). Tựa đề [trong ngoặc vuông] là tựa đề do chúng tôi thêm, vì nơi phát hành không đặt tựa đề bằng ngôn ngữ ấy.

## Dùng trong lớp học

Trang của phim có bản chép lời để in, bản Word và bản hai ngôn ngữ đặt cạnh nhau, cùng một gói cho lớp học gồm tất cả. Giấy phép cho biết quý vị được làm gì.`,
  },
  contact: {
    title: "Cách viết cho chúng tôi",
    body: `Ở đây không có biểu mẫu và không cần đăng nhập. Ai viết cho chúng tôi thì dùng thư điện tử của chính mình.

## Trước khi viết

- Thư cho chúng tôi biết địa chỉ thư điện tử của quý vị, và người khác có thể đọc thư trên đường đi. Ngoài ra không có gì trên các trang này cho chúng tôi biết quý vị là ai.
- Nếu không ai được biết là quý vị đã viết, hãy dùng một địa chỉ không có tên mình, hoặc nhờ người mà quý vị tin cậy viết giúp.
- Xin đừng viết về hồ sơ, giấy tờ hay tình trạng của mình. Thư viện này không tư vấn pháp lý, và thư có thể bị người khác đọc.

## Điều giúp ích

- Lỗi trong phụ đề, bản chép lời hay bài viết: cho biết trang nào và lúc nào. Nơi nào trang phim có mục báo lỗi, mục ấy soạn sẵn phần đầu thư cho quý vị.
- Điều gì ngăn quý vị vào được: cho biết trang nào và quý vị dùng gì.
- Phim hay tài liệu khiến quý vị hoặc người khác gặp nguy hiểm: cho biết là phim hay tài liệu nào, và rằng việc ấy khẩn cấp. Có thể rút nó khỏi thư viện ngay, cùng các tệp của nó.`,
  },
};

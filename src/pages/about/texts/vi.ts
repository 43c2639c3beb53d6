import type { AboutPages } from "./en.ts";

/** The pages about the library itself, in Vietnamese. */
export const vi: AboutPages = {
  accessibility: `Chúng tôi mong mọi người đều có thể xem, đọc và chia sẻ những gì có trong thư viện này. Mục tiêu của chúng tôi là Hướng dẫn về khả năng tiếp cận nội dung web (WCAG) 2.2, mức AA.

## Những điều quý vị có thể tin tưởng

- Mỗi phim đều có phụ đề và bản chép lời để đọc thay vì xem.
- Mọi thứ đều dùng được chỉ bằng bàn phím và với trình đọc màn hình, và hầu hết không cần JavaScript.
- Trang có thể phóng chữ gấp đôi, vừa màn hình 320 điểm ảnh, theo màu sắc và độ tương phản của quý vị, và không chuyển động nếu quý vị yêu cầu thiết bị giảm chuyển động.
- Phần văn bản không thuộc ngôn ngữ của quý vị được ghi nhãn, cho cả trình đọc màn hình.

## Những gì chưa tốt

- Không phải phim nào cũng có mô tả bằng lời. Trang của mỗi phim cho biết phim có hay không.
- Một số tài liệu là tệp PDF chưa được chuẩn bị cho trình đọc màn hình.
- Phụ đề do máy tạo ra được ghi rõ và có thể có sai sót.

## Hãy cho chúng tôi biết

Nếu có điều gì không dùng được, xin [viết cho chúng tôi](contact). Hãy cho biết đó là trang nào và quý vị dùng thiết bị hay phần mềm gì, chúng tôi sẽ sửa hoặc gửi nội dung ở dạng khác.`,

  privacy: `Ở đây quý vị có thể xem và đọc mà không cần cho ai biết mình là ai.

## Những gì chúng tôi không làm

- Không cookie, không tài khoản, không quảng cáo, không mã phân tích.
- Không có gì trên các trang này được tải từ trang web khác. Những gì quý vị xem chỉ được tải từ máy chủ của chúng tôi.
- Chúng tôi không giữ địa chỉ internet của quý vị, không giữ tên trình duyệt, không giữ những gì quý vị đã xem hay đã tìm.

## Những gì trình duyệt của quý vị giữ

Những gì quý vị chọn trong trình phát, như cỡ phụ đề hay chỗ đã dừng, có thể được giữ trong trình duyệt, trên thiết bị của quý vị. Chúng không bao giờ được gửi cho chúng tôi. Nếu quý vị xóa dữ liệu của trang web này trong trình duyệt thì chúng mất. Lịch sử trình duyệt cho thấy quý vị đã mở gì, trừ khi quý vị dùng cửa sổ riêng tư.

## Những gì người khác có thể thấy

- Cloudflare chuyển các trang này. Họ cần địa chỉ internet của thiết bị để trả lời quý vị, như mọi trang web trên internet. Nhật ký của họ đã được tắt đối với chúng tôi, nên chúng tôi không nhận được gì.
- Nhà cung cấp internet, hoặc mạng ở nơi làm việc, có thể thấy quý vị đã mở trang web này, nhưng không thấy phim nào hay trang nào.
- Nếu quý vị xem phim trên trang của tổ chức khác, quy định về quyền riêng tư của trang đó cũng áp dụng. Bản thân phim không cho họ biết gì về quý vị.

## Liên kết đến trang web khác

Khi quý vị mở liên kết đến trang web khác, chúng tôi không cho trang đó biết quý vị đến từ đâu.`,

  embed: `Phim nào ở đây cũng có thể chiếu trên trang của quý vị, cùng phụ đề và bản chép lời, nếu giấy phép của phim cho phép. Giấy phép ở trên trang của phim.

## Sao chép mã

Mở trang của phim và sao chép mã nhúng. Hoặc tự viết mã: thay \`FILM\` bằng phần cuối của địa chỉ phim.

\`\`\`html
{embedCode:Tựa đề của phim}
\`\`\`

## Tùy chọn trong địa chỉ

- \`lang=vi\`: ngôn ngữ của các nút và tựa đề. Nếu không có, mỗi người xem thấy ngôn ngữ của trình duyệt mình.
- \`captions=vi\`: phụ đề hiện ngay từ đầu; \`captions=none\` không hiện phụ đề nào.
- \`t=65\`: bắt đầu ở một phút năm giây; \`t=65,80\` còn dừng ở một phút hai mươi giây.
- \`transcript=1\`: bản chép lời được mở sẵn từ đầu.

## Nên biết

Phim không đặt cookie và không cho ai biết về người ghé trang của quý vị, nên thông báo về quyền riêng tư của quý vị không cần nhắc đến. Trong WordPress, hãy dán địa chỉ trang phim vào một dòng riêng. Phim chạy ở đó và trong các hệ thống khác có cách ly phần nhúng. Nếu phim bị rút lại, trang của quý vị sẽ hiện một thông báo thay vào đó.`,

  cite: `## Trích một câu

Chọn lời trong bản chép lời rồi sao chép. Nguồn cũng được sao chép: tựa đề, nơi phát hành, ngày, và một liên kết phát phim từ lúc ấy. Bên dưới lời đã chọn có các nút để sao chép lời trích, liên kết đến riêng đoạn ấy, hoặc nguồn của phim.

## Liên kết đến một thời điểm

Thêm \`?t=65\` vào địa chỉ của phim, phim sẽ bắt đầu ở một phút năm giây. \`?t=65,80\` chỉ phát mười lăm giây từ đó.

## Dẫn nguồn một phim hay tài liệu

Mỗi phim, tài liệu và loạt phim có lời dẫn nguồn theo kiểu APA, MLA và Chicago ở mục “Cách trích dẫn” để sao chép. Bên cạnh có tệp cho phần mềm quản lý trích dẫn (Zotero, EndNote, LaTeX). Tựa đề [trong ngoặc vuông] là tựa đề do chúng tôi thêm, vì nơi phát hành không đặt tựa đề bằng ngôn ngữ ấy.

## Dùng trong lớp học

Trên trang của phim, quý vị có thể tải bản chép lời để in, bản Word hoặc bản hai ngôn ngữ đặt cạnh nhau, và một bộ tài liệu cho lớp học gồm tất cả. Giấy phép của phim cho biết quý vị được dùng phim thế nào.`,

  contact: `Không cần tài khoản. Quý vị viết cho chúng tôi từ thư điện tử của chính mình.

## Trước khi viết

- Thư cho chúng tôi biết địa chỉ thư điện tử của quý vị, và người khác có thể đọc thư trên đường đi. Ngoài ra không có gì trên các trang này cho chúng tôi biết quý vị là ai.
- Nếu không ai được biết là quý vị đã viết, hãy dùng một địa chỉ không có tên mình, hoặc nhờ người mà quý vị tin cậy viết giúp.
- Xin đừng viết về hồ sơ, giấy tờ hay tình trạng của mình. Thư viện này không tư vấn pháp lý, và thư có thể bị người khác đọc.

## Điều giúp ích cho chúng tôi

- Lỗi trong phụ đề, bản chép lời hay bài viết: cho biết trang nào và lúc nào. Nếu trang phim có liên kết báo lỗi, liên kết ấy soạn sẵn phần đầu thư cho quý vị.
- Điều gì không dùng được: cho biết trang nào và quý vị dùng thiết bị hay phần mềm gì.
- Phim hay tài liệu khiến quý vị hoặc người khác gặp nguy hiểm: cho biết là phim hay tài liệu nào, và rằng việc ấy khẩn cấp. Có thể rút nó khỏi thư viện ngay, cùng các tệp của nó.`,
};

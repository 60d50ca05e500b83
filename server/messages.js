/** Every word that the server says to readers, in the languages of the library. */
const languages = {
  en: {
    guest: 'Guest',
    articleInvalid: 'The article is missing or not valid.',
    textMissing: 'You have not written a comment.',
    textTooLong: (count, max) => `The comment has ${count} characters; at most ${max} are possible.`,
    authorInvalid: 'The author is not valid.',
    nameInvalid: 'The name is not valid.',
    nameTooLong: (max) => `The name is longer than ${max} characters.`,
    emailInvalid: 'The e-mail address is not valid.',
    parentMissing: 'The comment that you want to answer was not found.',
    closed: 'This article takes no more comments.',
    foreign: 'The form was on a page of another website. Read it through, and send it from here.',
    tooMany: (seconds) => `You are sending comments too fast. Try again in ${seconds} seconds.`,
    tooLarge: 'What was sent is too large.',
    refused: 'The server could not take this.',
    failed: 'The server has a problem, and the comment was not stored. Try again in a few minutes.',
    formTitle: 'The comment was not sent',
    nameLabel: 'Name',
    emailLabel: 'E-mail',
    textLabel: 'Comment',
    send: 'Send comment',
    back: 'Back to the article',
  },
  vi: {
    guest: 'Khách',
    articleInvalid: 'Thiếu mã bài viết, hoặc mã không hợp lệ.',
    textMissing: 'Bạn chưa viết bình luận.',
    textTooLong: (count, max) => `Bình luận có ${count} ký tự, nhiều nhất là ${max} ký tự.`,
    authorInvalid: 'Thông tin người gửi không hợp lệ.',
    nameInvalid: 'Tên không hợp lệ.',
    nameTooLong: (max) => `Tên dài quá ${max} ký tự.`,
    emailInvalid: 'Địa chỉ e-mail không hợp lệ.',
    parentMissing: 'Không tìm thấy bình luận mà bạn muốn trả lời.',
    closed: 'Bài viết này không nhận thêm bình luận.',
    foreign: 'Biểu mẫu này nằm trên trang của một website khác. Hãy đọc lại rồi gửi từ đây.',
    tooMany: (seconds) => `Bạn gửi nhiều bình luận quá nhanh. Hãy thử lại sau ${seconds} giây.`,
    tooLarge: 'Nội dung gửi lên quá lớn.',
    refused: 'Máy chủ không nhận được nội dung này.',
    failed: 'Máy chủ đang gặp lỗi nên bình luận chưa được lưu. Hãy thử lại sau ít phút.',
    formTitle: 'Chưa gửi được bình luận',
    nameLabel: 'Tên',
    emailLabel: 'E-mail',
    textLabel: 'Bình luận',
    send: 'Gửi bình luận',
    back: 'Quay lại bài viết',
  },
};

/** The languages that the server speaks. */
export const known = Object.keys(languages);

/** The words of the first of these languages that the server speaks; English when it speaks none of them. */
export function wordsFor(...wanted) {
  const language = wanted.find((name) => known.includes(name)) ?? 'en';
  return {...languages[language], language};
}

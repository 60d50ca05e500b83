/* The words for a comment on its way. Pages load them with what sends it. */

/** English is the source of the keys. */
export const sendingWords = {
  en: {
    draftBack: 'The text you had not sent is back.',
    sent: 'Your comment has been sent.',
    held: 'Your comment has been sent and awaits approval.',
    needName: 'Please give your name.',
    needEmail: 'Please check the email address.',
    cancel: 'Stop sending',
    copyText: 'Copy your text',
    copied: 'Your text has been copied.',
    'error-unknown-outcome':
      'No answer came: your comment may have arrived. Trying again will not post it twice.',
  },
  vi: {
    draftBack: 'Đã đưa lại nội dung bạn chưa gửi.',
    sent: 'Ý kiến của bạn đã được gửi.',
    held: 'Ý kiến của bạn đã được gửi và đang chờ duyệt.',
    needName: 'Bạn chưa cho biết tên.',
    needEmail: 'Địa chỉ e-mail chưa đúng.',
    cancel: 'Dừng gửi',
    copyText: 'Chép nội dung',
    copied: 'Đã chép nội dung.',
    'error-unknown-outcome':
      'Chưa rõ ý kiến của bạn đã tới nơi hay chưa. Bạn cứ thử lại, ý kiến sẽ không bị đăng hai lần.',
  },
};

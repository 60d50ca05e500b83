/* The words for what a server refuses. Pages load them with the first refusal: somebody has answered, so they come. */
import {plural} from './en.js';

/** English is the source of the keys. */
export const refusalWords = {
  en: {
    'error-bad-response': 'The answer cannot be read.',
    'error-login': 'Please log in first.',
    'error-forbidden': 'You are not allowed to do this.',
    'error-too-long': 'Your comment is too long: {count} of at most {max} {unit}.',
    tooLong: 'Your comment is too long.',
    'error-too-fast': plural('Too many requests. Please wait {n} second~.'),
    'error-duplicate': 'This comment has been sent before.',
    'error-invalid': 'The server did not accept this comment.',
    characters: 'characters',
    bytes: 'bytes',
  },
  vi: {
    'error-bad-response': 'Không đọc được câu trả lời.',
    'error-login': 'Bạn cần đăng nhập.',
    'error-forbidden': 'Bạn không được phép làm việc này.',
    'error-too-long': 'Ý kiến dài quá: {count} {unit}, nhiều nhất là {max}.',
    tooLong: 'Ý kiến dài quá.',
    'error-too-fast': 'Bạn thao tác quá nhanh. Hãy đợi {n} giây.',
    'error-duplicate': 'Ý kiến này đã được gửi rồi.',
    'error-invalid': 'Máy chủ không nhận ý kiến này.',
    characters: 'ký tự',
    bytes: 'byte',
  },
};

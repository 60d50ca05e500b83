import type {ArticleLocale} from './registry.js';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Vietnamese, the language that the widgets were first made for. */
export const vi: ArticleLocale = {
  code: 'vi',
  names: {
    days: ['CN', 'Thứ 2', 'Thứ 3', 'Thứ 4', 'Thứ 5', 'Thứ 6', 'Thứ 7'],
    longDays: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
    months: months.map((month) => `thg ${month}`),
    longMonths: months.map((month) => `tháng ${String(month).padStart(2, '0')}`),
  },
  formats: {
    dateline: 'EEE, dd/MM/yyyy | HH:mm:ss [OO]',
    clock: 'EEEE, dd/MM/yyyy HH:mm (OO)',
    date: 'dd/MM/yyyy',
    datetime: 'dd/MM/yyyy HH:mm',
  },
  thousands: '.',
  list: [', ', ' và '],
  words: {
    justNow: 'vừa xong',
    secondsAgo: '{n} giây trước',
    minutesAgo: '{n} phút trước',
    hoursAgo: '{n} giờ trước',
    daysAgo: '{n} ngày trước',
    weeksAgo: '{n} tuần trước',
    published: 'Đăng',
    updated: 'Cập nhật',
    textSize: 'Cỡ chữ',
    textSmaller: 'A: chữ nhỏ hơn',
    textLarger: 'A: chữ lớn hơn',
    zoomPhoto: 'Xem ảnh lớn',
    textReset: 'A: cỡ chữ thường',
  },
};

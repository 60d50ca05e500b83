/*
 * What a zone's name shows of 2024-03-29T04:12:24Z. `null`: no zone, so the offset of the stamp is shown, which is
 * -03:30. [name, text of "dd HH:mm OO"]
 */
export const stampInZones = '2024-03-29T00:42:24-03:30';
export const textWithoutZone = '29 00:42 GMT -3:30';

/** @type {[any, string | null][]} */
export const zones = [
  ['Asia/Ho_Chi_Minh', '29 11:12 GMT +7'],
  ['asia/ho_chi_minh', '29 11:12 GMT +7'],
  ['ASIA/HO_CHI_MINH', '29 11:12 GMT +7'],
  [' Asia/Ho_Chi_Minh\n', '29 11:12 GMT +7'],
  ['Asia/Saigon', '29 11:12 GMT +7'],
  ['Asia/Bangkok', '29 11:12 GMT +7'],
  ['Etc/GMT-7', '29 11:12 GMT +7'], // by IANA's rule the sign is turned
  ['Etc/GMT+7', '28 21:12 GMT -7'],
  ['UTC', '29 04:12 GMT +0'],
  ['utc', '29 04:12 GMT +0'],
  ['GMT', '29 04:12 GMT +0'],
  ['Z', '29 04:12 GMT +0'],
  ['Etc/UTC', '29 04:12 GMT +0'],
  ['EST', '28 23:12 GMT -5'],
  ['CET', '29 05:12 GMT +1'],
  ['HST', '28 18:12 GMT -10'],
  ['ROK', '29 13:12 GMT +9'],
  ['PST8PDT', '28 21:12 GMT -7'],
  ['Asia/Kathmandu', '29 09:57 GMT +5:45'],
  ['Asia/Katmandu', '29 09:57 GMT +5:45'],
  ['Asia/Calcutta', '29 09:42 GMT +5:30'],
  ['Asia/Kolkata', '29 09:42 GMT +5:30'],
  ['Europe/Kyiv', '29 06:12 GMT +2'],
  ['Europe/Kiev', '29 06:12 GMT +2'],
  ['America/Argentina/Buenos_Aires', '29 01:12 GMT -3'],
  ['America/Port-au-Prince', '29 00:12 GMT -4'],
  ['Pacific/Chatham', '29 17:57 GMT +13:45'],
  ['+07:00', '29 11:12 GMT +7'],
  ['+0700', '29 11:12 GMT +7'],
  ['+07', '29 11:12 GMT +7'],
  ['+14:00', '29 18:12 GMT +14'],
  ['-14:00', '28 14:12 GMT -14'],
  ['-12:00', '28 16:12 GMT -12'],
  ['-00:00', '29 04:12 GMT +0'],
  ...[
    ...['Asia/Hanoi', 'Asia/Ho Chi Minh', 'GMT+7', 'UTC+7', 'UTC+07:00', '+7', '+24:00', '+23:59', '+14:01'],
    ...['+07:60', '07:00', '7', 'ICT', 'Factory', 'undefined', 'null', '<script>', '', ' ', 'Hanoi', 'Asia/'],
    // Only some engines know these: IANA does not, and several mean another place than their authors think.
    ...['PST', 'EDT', 'BST', 'IST', 'CST', 'AET', 'VST', 'US/Pacific-New'],
    ...['SystemV/PST8PDT', 'systemv/ast4', 'Canada/East-Saskatchewan'],
    ...['constructor', 'toString', '__proto__', 'hasOwnProperty', 'Asia/Ho_Chi_Minh/', 'x'.repeat(1e5)],
    ...[undefined, null, 7, {}, [], true, Symbol('UTC')],
  ].map((name) => [name, null]),
];

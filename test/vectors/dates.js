/** What `formatDateTime` must give, in Node and in every browser, wherever the machine is. [input, options, text] */
/** @type {[unknown, any, string][]} */
export const dates = [
  // The two lines of the founding page.
  ['2024-06-18T09:01:00+07:00', {lang: 'vi', format: 'clock'}, 'Thứ Ba, 18/06/2024 09:01 (GMT +7)'],
  ['2024-03-29T11:12:24+07:00', {lang: 'vi'}, 'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]'],
  // The other presets, and the other language.
  ['2024-03-29T11:12:24+07:00', {lang: 'vi', format: 'date'}, '29/03/2024'],
  ['2024-03-29T11:12:24+07:00', {lang: 'vi', format: 'datetime'}, '29/03/2024 11:12'],
  ['2024-03-31T00:05:09+07:00', {lang: 'vi'}, 'CN, 31/03/2024 | 00:05:09 [GMT +7]'],
  ['2024-03-29T11:12:24+07:00', {lang: 'en'}, 'Fri, Mar 29, 2024 | 11:12:24 AM [GMT +7]'],
  ['2024-03-29T00:12:24+07:00', {lang: 'en', format: 'clock'}, 'Friday, March 29, 2024 12:12 AM (GMT +7)'],
  ['2024-03-29T11:12:24+07:00', {lang: 'vi-VN', format: 'date'}, '29/03/2024'],
  ['2024-03-29T11:12:24+07:00', {lang: 'tlh', format: 'date'}, 'Mar 29, 2024'],
  ['2024-03-29T11:12:24+07:00', {format: 'date'}, 'Mar 29, 2024'],
  // Languages: the tag, then shorter ones, else English. Nothing that stands in a `lang` throws.
  ...['vi', 'VI', 'vi-VN', 'vi-Latn-VN', 'vi-VN-u-hc-h23', 'vi_VN'].map((lang) => [
    '2024-03-29T11:12:24+07:00',
    {lang, format: 'date'},
    '29/03/2024',
  ]),
  ...[
    'xx',
    'xx-XX',
    '',
    ' ',
    'und',
    'C',
    'POSIX',
    'vi;q=0.9',
    'vie',
    '<b>',
    'constructor',
    '__proto__',
    '-',
    7,
  ].map((lang) => ['2024-03-29T11:12:24+07:00', {lang, format: 'date'}, 'Mar 29, 2024']),
  // Zones: shown in the one asked for, labelled for the moment shown.
  [
    '2024-03-29T04:12:24Z',
    {lang: 'vi', timeZone: 'Asia/Ho_Chi_Minh'},
    'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]',
  ],
  [
    '2024-03-29T04:12:24Z',
    {lang: 'vi', timeZone: 'asia/kathmandu', format: 'clock'},
    'Thứ Sáu, 29/03/2024 09:57 (GMT +5:45)',
  ],
  ['2024-03-29T04:12:24Z', {lang: 'vi'}, 'Thứ 6, 29/03/2024 | 04:12:24 [GMT +0]'],
  [
    '2024-01-15T12:00:00Z',
    {lang: 'vi', timeZone: 'America/New_York', format: 'clock'},
    'Thứ Hai, 15/01/2024 07:00 (GMT -5)',
  ],
  [
    '2024-07-15T12:00:00Z',
    {lang: 'vi', timeZone: 'America/New_York', format: 'clock'},
    'Thứ Hai, 15/07/2024 08:00 (GMT -4)',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', timeZone: '-03:30', format: 'clock'},
    'Thứ Sáu, 29/03/2024 00:42 (GMT -3:30)',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', timeZone: 'Asia/Hanoi'},
    'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]',
  ],
  // Newfoundland changed its clocks at 00:01.
  ['2011-03-13T03:30:30Z', {timeZone: 'America/St_Johns', pattern: 'HH:mm:ss OO'}, '00:00:30 GMT -3:30'],
  ['2011-03-13T03:31:30Z', {timeZone: 'America/St_Johns', pattern: 'HH:mm:ss OO'}, '01:01:30 GMT -2:30'],
  // Wall times that a zone's clocks skip move forward; those they show twice mean the first.
  ['2024-03-10 02:30', {timeZone: 'America/New_York', pattern: 'HH:mm xxx'}, '03:30 -04:00'],
  ['2024-11-03 01:30', {timeZone: 'America/New_York', pattern: 'HH:mm xxx'}, '01:30 -04:00'],
  ['2024-10-06 02:15', {timeZone: 'Australia/Lord_Howe', pattern: 'HH:mm xxx'}, '02:45 +11:00'],
  ['2024-04-07 01:45', {timeZone: 'Australia/Lord_Howe', pattern: 'HH:mm xxx'}, '01:45 +11:00'],
  ['2011-12-30 12:00', {timeZone: 'Pacific/Apia', pattern: 'dd HH:mm'}, '31 12:00'],
  ['2010-04-30 00:00', {timeZone: 'Africa/Cairo', pattern: 'dd HH:mm'}, '30 01:00'],
  ['1975-06-12 23:59', {timeZone: 'Asia/Ho_Chi_Minh', pattern: 'HH:mm xxx'}, '23:59 +08:00'],
  ['1970-01-01 00:00', {timeZone: 'Asia/Ho_Chi_Minh', pattern: 'HH:mm OO'}, '00:00 GMT +8'],
  ['1900-01-01 12:00', {timeZone: 'Asia/Ho_Chi_Minh', pattern: 'HH:mm OO'}, '12:00 GMT +7:07'],
  // Floating: shown as written, with no label and no bracket left behind.
  ['2024-03-29T11:12:24', {lang: 'vi'}, 'Thứ 6, 29/03/2024 | 11:12:24'],
  ['2024-03-29 11:12', {lang: 'vi', format: 'clock'}, 'Thứ Sáu, 29/03/2024 11:12'],
  ...[
    ["HH:mm '('OO')' [xxx]", '11:12'],
    ['HH:mm（OO）', '11:12'],
    ['HH:mm（xxx）', '11:12'],
    ['[ OO ] HH:mm', '11:12'],
    ['HH:mm [ xxx ]', '11:12'],
    ["HH:mm '(GMT' x)", '11:12'],
    ["HH:mm 'UTC'xxx", '11:12'],
    ['HH:mm - OO', '11:12'],
    ['HH:mm | [OO] | dd/MM', '11:12 | 29/03'],
    ['(HH:mm, OO)', '(11:12)'],
    ['HH:mm (dd/MM) -', '11:12 (29/03) -'],
    ["HH:mm 'GMT' ()", '11:12 GMT ()'],
  ].map(([pattern, text]) => ['2024-03-29 11:12', {lang: 'vi', pattern}, text]),
  [
    '2024-03-29 11:12',
    {timeZone: '+07:00', pattern: "HH:mm（OO）- [ OO ], '('xxx')'"},
    '11:12（GMT +7）- [ GMT +7 ], (+07:00)',
  ],
  ['2024-03-29 11:12', {lang: 'vi', pattern: '(HH:mm OO)'}, '(11:12)'],
  ['2024-03-29', {lang: 'vi'}, '29/03/2024'],
  ['2024-03-29', {lang: 'vi', timeZone: 'Asia/Ho_Chi_Minh'}, '29/03/2024'],
  ['2024-03-29T11:12:24[Asia/Hanoi]', {lang: 'vi'}, 'Thứ 6, 29/03/2024 | 11:12:24'],
  ['2024-03-29T11:12:24[BST]', {lang: 'vi'}, 'Thứ 6, 29/03/2024 | 11:12:24'],
  // One that names no zone is passed over, for the next zone in reach.
  [
    '2024-03-29T04:12:24[Asia/Hanoi]',
    {lang: 'vi', timeZone: '+09:00'},
    'Thứ 6, 29/03/2024 | 04:12:24 [GMT +9]',
  ],
  // A suffix without an offset says where the wall clock hangs; the zone asked for is the one shown.
  [
    '2024-03-29T11:12:24[Asia/Ho_Chi_Minh]',
    {timeZone: 'America/New_York', pattern: 'HH:mm OO'},
    '00:12 GMT -4',
  ],
  ['2024-03-29T11:12:24[Asia/Ho_Chi_Minh]', {pattern: 'HH:mm OO'}, '11:12 GMT +7'],
  // Patterns: date-fns tokens, quoted literals, and the displayed zone's offset.
  ['2024-03-29T11:12:24+07:00', {lang: 'vi', pattern: 'EEEE, dd MMMM yyyy'}, 'Thứ Sáu, 29 tháng 03 2024'],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', pattern: "'lúc' H 'giờ' mm, x X O z"},
    'lúc 11 giờ 12, +07 +07 GMT+7 GMT+7',
  ],
  ['2024-03-29T11:12:24+07:00', {lang: 'en', pattern: "'zone' 'OO'OO"}, 'zone OOGMT +7'],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'en', pattern: "do MMM, 'week' I, t"},
    '29th Mar, week 13, 1711685544',
  ],
  ['2024-03-29T11:12:24+07:00', {lang: 'vi', pattern: 'YYYY'}, 'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]'],
  ['2024-03-29T15:12:24+07:00', {lang: 'en', pattern: 'Hh Mm sS'}, '153 312 240'],
  // A pattern that writes nothing is none.
  ['2024-03-29T11:12:24+07:00', {lang: 'vi', pattern: ' '}, 'Thứ 6, 29/03/2024 | 11:12:24 [GMT +7]'],
  ['2024-03-29T11:12:24', {lang: 'vi', pattern: '[OO]'}, 'Thứ 6, 29/03/2024 | 11:12:24'],
  ['2024-03-29T11:12:24', {lang: 'vi', pattern: "xxx''"}, "'"],
  ['2024-03-29T11:12:24', {lang: 'vi', pattern: 'xxxz'}, 'Thứ 6, 29/03/2024 | 11:12:24'],
  // The time passed since.
  [
    '2024-03-29 11:00',
    {timeZone: 'Asia/Ho_Chi_Minh', lang: 'vi', format: 'relative', now: '2024-03-29 14:00'},
    '3 giờ trước',
  ],
  ['2024-03-29T11:00:00+07:00', {lang: 'vi', format: 'relative', now: '2024-03-29 14:00'}, '3 giờ trước'],
  // A day is not counted from its midnight, which nobody wrote.
  ['2024-06-18', {timeZone: '+07:00', lang: 'vi', format: 'relative', now: '2024-06-18 09:02'}, '18/06/2024'],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', format: 'relative', now: '2024-03-29T14:12:30+07:00'},
    '3 giờ trước',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'en', format: 'relative', now: '2024-03-29T12:10:00+07:00'},
    '1 hour ago',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', format: 'relative', now: '2024-03-29T11:12:33+07:00'},
    'vừa xong',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'en', format: 'relative', now: '2024-03-29T11:13:04+07:00'},
    '40 seconds ago',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', format: 'relative', now: '2024-03-29T11:02:24+07:00'},
    'vừa xong',
  ],
  // So far ahead is no clock that is slow.
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', format: 'relative', now: '2024-03-29T11:02:23+07:00'},
    '29/03/2024',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', format: 'relative', now: '2024-04-27T11:12:24+07:00'},
    '4 tuần trước',
  ],
  [
    '2024-03-29T11:12:24+07:00',
    {lang: 'vi', format: 'relative', now: '2024-04-28T11:12:24+07:00'},
    '29/03/2024',
  ],
];

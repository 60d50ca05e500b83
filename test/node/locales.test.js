import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {before, test} from 'node:test';
import {format} from 'date-fns';
import {en} from 'article-widgets/locales/en.js';
import {findLocale, registerLocale, say} from 'article-widgets/locales/registry.js';
import {formatDateTime} from 'article-widgets/time.js';
import {languages} from './support/languages.js';

/** What each language writes: dateline and clock of the same two moments as the founding page, then date and datetime. */
const presets = {
  ar: [
    'الجمعة، 29 مارس 2024 | 11:12:24 [GMT +7]',
    'الثلاثاء، 18 يونيو 2024، 09:01 (GMT +7)',
    '29 مارس 2024',
    '29 مارس 2024، 11:12',
  ],
  de: [
    'Fr., 29.03.2024 | 11:12:24 [GMT +7]',
    'Dienstag, 18. Juni 2024, 09:01 Uhr (GMT +7)',
    '29.03.2024',
    '29.03.2024, 11:12 Uhr',
  ],
  es: [
    'vie, 29 mar 2024 | 11:12:24 [GMT +7]',
    'martes, 18 de junio de 2024, 09:01 (GMT +7)',
    '29 mar 2024',
    '29 mar 2024, 11:12',
  ],
  fr: [
    'ven. 29/03/2024 | 11:12:24 [GMT +7]',
    'mardi 18 juin 2024 à 09:01 (GMT +7)',
    '29/03/2024',
    '29/03/2024 à 11:12',
  ],
  id: [
    'Jumat, 29 Mar 2024 | 11:12:24 [GMT +7]',
    'Selasa, 18 Juni 2024 09:01 (GMT +7)',
    '29 Mar 2024',
    '29 Mar 2024 11:12',
  ],
  ja: [
    '2024年3月29日（金）| 11:12:24 [GMT +7]',
    '2024年6月18日 火曜日 9:01 (GMT +7)',
    '2024年3月29日',
    '2024年3月29日 11:12',
  ],
  ko: [
    '2024.03.29. (금) | 11:12:24 [GMT +7]',
    '2024년 6월 18일 화요일 09:01 (GMT +7)',
    '2024.03.29.',
    '2024.03.29. 11:12',
  ],
  pt: [
    'sex, 29/03/2024 | 11:12:24 [GMT +7]',
    'terça-feira, 18 de junho de 2024, 09:01 (GMT +7)',
    '29/03/2024',
    '29/03/2024 às 11:12',
  ],
  ru: [
    'пятница, 29.03.2024 | 11:12:24 [GMT +7]',
    'вторник, 18 июня 2024 г., 09:01 (GMT +7)',
    '29.03.2024',
    '29.03.2024, 11:12',
  ],
  th: [
    'ศ. 29 มี.ค. 2024 | 11:12:24 น. [GMT +7]',
    'วันอังคารที่ 18 มิถุนายน 2024 09:01 น. (GMT +7)',
    '29 มี.ค. 2024',
    '29 มี.ค. 2024 11:12 น.',
  ],
  'zh-CN': [
    '2024-03-29 周五 | 11:12:24 [GMT +7]',
    '2024年6月18日 星期二 09:01 (GMT +7)',
    '2024-03-29',
    '2024-03-29 11:12',
  ],
  'zh-TW': [
    '2024/03/29 週五 | 11:12:24 [GMT +7]',
    '2024年6月18日 星期二 09:01 (GMT +7)',
    '2024/03/29',
    '2024/03/29 11:12',
  ],
};

/** The same day as each language writes it in full, by the rare token of its date-fns locale. */
const inFull = {
  ar: 'الجمعة، 29 مارس 2024',
  de: 'Freitag, 29. März 2024',
  es: 'viernes, 29 de marzo de 2024',
  fr: 'vendredi 29 mars 2024',
  id: 'Jumat, 29 Maret 2024',
  ja: '2024年3月29日金曜日',
  ko: '2024년 3월 29일 금요일',
  pt: 'sexta-feira, 29 de março de 2024',
  ru: 'пятница, 29 марта 2024 г.',
  th: 'วันศุกร์ที่ 29 มีนาคม 2024',
  'zh-CN': '2024年3月29日 星期五',
  'zh-TW': '2024年3月29日 星期五',
};

/** What a comment box says at a limit of one, two, five, eleven, twenty-one and a hundred. */
const limits = {
  ar: 'حرف واحد|حرفان|5 أحرف|11 حرفًا|21 حرفًا|100 حرف',
  de: '1 Zeichen|2 Zeichen|5 Zeichen|11 Zeichen|21 Zeichen|100 Zeichen',
  es: '1 carácter|2 caracteres|5 caracteres|11 caracteres|21 caracteres|100 caracteres',
  fr: '1 caractère|2 caractères|5 caractères|11 caractères|21 caractères|100 caractères',
  pt: '1 caractere|2 caracteres|5 caracteres|11 caracteres|21 caracteres|100 caracteres',
  ru: '1 символа|2 символов|5 символов|11 символов|21 символа|100 символов',
};

// "Zeichen" has one form, and a page need not make an Intl object to find it.
const unchanging = {
  de: ['commentCount', 'commentLeft', 'commentOver', 'commentLimit', 'commentTooShort', 'commentTooLong'],
};

// Those that some pages need stand in files of their own, `comment-words.ts` and the like. date-fns words the rare ones.
const files = readdirSync('src/locales').map((file) => file.replace('.ts', ''));
const ofSomePages = files.filter((file) => file.endsWith('-words') && file !== 'rare-words');
const parts = await Promise.all(ofSomePages.map((file) => import(`article-widgets/locales/${file}.js`)));
const english = Object.assign({}, en.words, ...parts.flatMap(Object.values).map((words) => words.en));
const dateline = '2024-03-29T11:12:24+07:00';
const clock = '2024-06-18T09:01:00+07:00';
const marks = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const forms = (phrase) => (typeof phrase === 'string' ? {other: phrase} : phrase);
const fileOf = (code) => readFileSync(`src/locales/${code.toLowerCase()}.ts`, 'utf8');

before(() => {
  process.env.TZ = 'UTC';
});

/** The numbers up to 200 that a language counts by a plural form. */
function numbersOf(code, category) {
  const rules = new Intl.PluralRules(code);
  return Array.from({length: 201}, (_, n) => n).filter((n) => rules.select(n) === category);
}

test('a language that is not registered is English', () => {
  for (const {code} of languages) {
    assert.equal(findLocale(code).code, 'en', code);
    assert.equal(formatDateTime(dateline, {lang: code, format: 'date'}), 'Mar 29, 2024');
  }
});

test('every language of a file is held here, and every phrase', () => {
  assert.ok('justNow' in english && 'commentCount' in english);
  const codes = files.filter((file) => !/-words$|^(en|vi|registry|from-date-fns)$/.test(file));
  assert.deepEqual(languages.map(({code}) => code.toLowerCase()).sort(), codes.sort());
});

for (const locale of languages) {
  const {code, names, dateFns, list, formats} = locale;
  const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories.sort();

  test(`${code} has every phrase, with the marks of the English one`, () => {
    assert.deepEqual(Object.keys(locale.words).sort(), Object.keys(english).sort());
    for (const [key, phrase] of Object.entries(locale.words)) {
      const wanted = marks(forms(english[key]).other);
      for (const [category, text] of Object.entries(forms(phrase))) {
        assert.equal(text, text.trim().normalize('NFC'), `${key} ${category}`);
        assert.ok(text, `${key} ${category} is empty`);
        // A form for one number alone may say it in words: "two hours".
        const alone = typeof phrase === 'object' && numbersOf(code, category).length === 1;
        const found = marks(text);
        if (alone && !found.includes('{n}')) found.push('{n}');
        assert.deepEqual(found.sort(), wanted, `${key} ${category}: ${text}`);
      }
    }
  });

  test(`${code} has exactly the plural forms of its language`, () => {
    for (const [key, phrase] of Object.entries(locale.words)) {
      const counted = typeof english[key] === 'object';
      const several = counted && categories.length > 1 && !unchanging[code]?.includes(key);
      assert.equal(typeof phrase, several ? 'object' : 'string', key);
      assert.deepEqual(Object.keys(forms(phrase)).sort(), several ? categories : ['other'], key);
    }
  });

  test(`${code} writes the presets as its newspapers do`, () => {
    registerLocale(locale);
    const write = (stamp, format) => formatDateTime(stamp, {lang: code, format});
    assert.deepEqual(
      [write(dateline), write(clock, 'clock'), write(dateline, 'date'), write(dateline, 'datetime')],
      presets[code],
    );
    assert.doesNotMatch(write('2024-03-29T11:12:24', 'clock'), /GMT|[[\]()]/);
    assert.deepEqual(Object.keys(formats), ['dateline', 'clock', 'date', 'datetime']);
  });

  test(`${code} has the names that date-fns writes`, () => {
    const write = (pattern, dates) => dates.map((date) => format(date, pattern, {locale: dateFns}));
    const week = Array.from({length: 7}, (_, day) => new Date(2024, 2, 3 + day));
    const year = Array.from({length: 12}, (_, month) => new Date(2024, month, 15));
    assert.deepEqual(names, {
      days: write('EEE', week),
      longDays: write('EEEE', week),
      months: write('MMM', year),
      longMonths: write('MMMM', year),
      halves: write('a', [new Date(2024, 2, 3, 9), new Date(2024, 2, 3, 15)]),
    });
  });

  test(`${code} writes rare tokens by its date-fns locale`, () => {
    registerLocale(locale);
    assert.equal(formatDateTime(dateline, {lang: code, pattern: 'PPPP'}), inFull[code]);
    assert.equal(dateFns.code.toLowerCase(), code.toLowerCase());
  });

  test(`${code} parts the members of a list`, () => {
    assert.equal(list.length, 2);
    for (const separator of list) assert.match(separator, /\S/);
  });

  test(`${code} imports its own date-fns locale and no other`, () => {
    const imports = [...fileOf(code).matchAll(/from '(date-fns[^']*)'/g)].map(([, path]) => path);
    assert.deepEqual(imports, [`date-fns/locale/${code}`]);
  });
}

for (const locale of [en, ...languages]) {
  test(`${locale.code} counts as CLDR does, without an Intl object`, (context) => {
    const numbers = [...Array(1001).keys(), 1e4, 1e5, 1e6, 1000001, 2e6, 1e9, 123456711];
    const rules = new Intl.PluralRules(locale.code);
    const categories = rules.resolvedOptions().pluralCategories;
    const expected = numbers.map((n) => rules.select(n));
    context.mock.method(Intl, 'PluralRules', () => assert.fail('an Intl object was made'));
    const words = Object.fromEntries(categories.map((category) => [category, category]));
    const counting = {...locale, words: {daysAgo: words}};
    assert.deepEqual(
      numbers.map((n) => say(counting, 'daysAgo', {n})),
      expected,
    );
  });
}

test('the forms for numbers', () => {
  for (const [code, expected] of Object.entries(limits)) {
    const locale = languages.find((language) => language.code === code);
    const said = [1, 2, 5, 11, 21, 100].map((n) => say(locale, 'commentLimit', {n}));
    expected.split('|').forEach((words, at) => assert.ok(said[at].includes(words), `${code}: ${said[at]}`));
  }
});

test('the time passed since', () => {
  const published = Date.parse(dateline);
  const ago = (lang, minutes) =>
    formatDateTime(published, {lang, format: 'relative', now: published + minutes * 60_000});
  languages.forEach(registerLocale);
  assert.deepEqual(
    [1, 2, 5, 21].map((minutes) => ago('ru', minutes)),
    ['1 минуту назад', '2 минуты назад', '5 минут назад', '21 минуту назад'],
  );
  assert.deepEqual(
    [1, 2, 5, 21].map((minutes) => ago('ar', minutes)),
    ['قبل دقيقة واحدة', 'قبل دقيقتين', 'قبل 5 دقائق', 'قبل 21 دقيقة'],
  );
  assert.equal(ago('fr', 0), 'à l’instant');
  assert.equal(ago('ja', 180), '3時間前');
  assert.equal(ago('de', 2 * 24 * 60), 'vor 2 Tagen');
  assert.equal(ago('zh-Hant', 14 * 24 * 60), '2 週前');
  assert.equal(ago('th', 31 * 24 * 60), '29 มี.ค. 2024');
});

test('large numbers have the digits of dates, in Arabic too', () => {
  const locale = languages.find(({code}) => code === 'ar');
  for (const code of ['ar', 'ar-EG', 'th-TH-u-nu-thai']) {
    assert.equal(say({...locale, code}, 'commentLimit', {n: 12_345}).replace(/\D/g, ''), '12345', code);
  }
});

test('BCP 47 tags find their language', () => {
  languages.forEach(registerLocale);
  const found = {
    'zh-TW': ['zh-tw', 'zh_TW', 'zh-Hant', 'zh-Hant-TW', 'zh-HK', 'zh-Hant-HK', 'zh-MO'],
    'zh-CN': ['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-CN', 'zh-Hans-HK', 'zh-SG'],
    pt: ['pt', 'pt-BR', 'pt-PT'],
    ar: ['ar', 'ar-EG', 'AR-sa'],
    es: ['es-419', 'es-MX'],
    fr: ['fr-CA', 'fr-Latn-FR'],
    id: ['id-ID'],
    en: ['zhx', 'arc', 'fro', 'nl', ''],
  };
  for (const [code, tags] of Object.entries(found)) {
    for (const tag of tags) assert.equal(findLocale(tag).code, code, tag);
  }
});

test("a page's own Chinese is nearer than ours", () => {
  registerLocale({...languages[0], code: 'zh-HK'});
  assert.equal(findLocale('zh-HK').code, 'zh-HK');
  assert.equal(findLocale('zh-TW').code, 'zh-TW');
});

test('a file registers nothing by itself', () => {
  const check = `
    const {findLocale} = await import('article-widgets/locales/registry.js');
    const {fr} = await import('article-widgets/locales/fr.js');
    const {registerLocale} = await import('article-widgets');
    if (findLocale('fr').code !== 'en') throw new Error('registered');
    registerLocale(fr);
    if (findLocale('fr') !== fr) throw new Error('another registry');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', check], {stdio: 'pipe'});
});

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import {countCharacters, countUnits, TextCounter} from 'article-widgets/text.js';

/** What joins its neighbours, or seems to: marks, jamo, joiners, flags, prepended signs, halves of pairs, line breaks. */
const nasty = [
  ...['a', 'e', 'o', ' ', '\n', '\r', '\r\n', '\t', 'ệ', 'ế', 'ư', 'Đ', '©', '\u00AD', '…', '“', '1'],
  ...['\u0301', '\u0323', '\u0302', '\u031B', '\u0309', '\u200D', '\u200C', '\uFE0F', '\u20E3', '\u0345'],
  ...['\u{1F468}', '\u{1F469}', '\u{1F44D}', '\u{1F3FD}', '\u{1F1FB}', '\u{1F1F3}', '\uD83D', '\uDC68'],
  ...[
    '\u1100',
    '\u1161',
    '\u11A8',
    '각',
    '가',
    'ก',
    'ำ',
    '้',
    'क',
    '्',
    'ष',
    'ि',
    '\u0600',
    '\u0D4E',
    '\u110BD',
  ],
  ...[
    'Й',
    'и',
    '\u0306',
    'ي',
    'ا',
    '\u0654',
    'เ',
    'ส',
    'カ',
    'は',
    '\u309A',
    '。',
    '한',
    '글',
    '\uFF76',
    '\uFF9E',
  ],
  ...['葛', '\u{E0100}', '\u3042', '\u3099', '\u{E007F}', '\u0F71', '\u0F72', '\u212B', '\u0340', '\u1E9B'],
];
const part = fc.oneof(
  {arbitrary: fc.constantFrom(...nasty), weight: 6},
  {arbitrary: fc.string({unit: 'binary', maxLength: 2}), weight: 1},
);
const text = fc.array(part, {maxLength: 40}).map((parts) => parts.join(''));
const edit = fc.record({at: fc.nat(60), removed: fc.nat(6), added: text, far: fc.boolean()});
const ways = countUnits.flatMap((unit) => ['lf', 'crlf'].map((newline) => ({unit, newline})));

for (const way of ways) {
  test(`counts an edited text as a new one: ${way.unit}, ${way.newline}`, () => {
    fc.assert(
      fc.property(text, fc.array(edit, {maxLength: 8}), (start, edits) => {
        const counter = new TextCounter();
        let now = start;
        assert.equal(counter.count(now, way), countCharacters(now, way));
        for (const {at, removed, added} of edits) {
          const place = Math.min(at, now.length);
          now = now.slice(0, place) + added + now.slice(place + removed);
          assert.equal(counter.count(now, way), countCharacters(now, way), JSON.stringify(now));
        }
      }),
      {numRuns: 2000},
    );
  });
}

test('counts Vietnamese typed and deleted letter by letter, composed and decomposed', () => {
  for (const form of ['NFC', 'NFD']) {
    const sentence = 'Chợ quê bây giờ sạch và sáng hơn hẳn.\nĐường đi cũng vậy, “như ngày trước”…'.normalize(
      form,
    );
    const counter = new TextCounter();
    for (let end = 1; end <= sentence.length; end++) {
      const typed = sentence.slice(0, end);
      assert.equal(counter.count(typed), countCharacters(typed));
    }
    for (let end = sentence.length; end >= 0; end--) {
      const left = sentence.slice(0, end);
      assert.equal(counter.count(left, {unit: 'grapheme'}), countCharacters(left, {unit: 'grapheme'}));
    }
  }
});

test('counts again when the unit changes and the text does not', () => {
  const counter = new TextCounter();
  const counts = countUnits.map((unit) => counter.count('👍🏽\n', {unit}));
  assert.deepEqual(counts, [3, 2, 5, 9]);
  assert.equal(counter.count('👍🏽\n', {unit: 'utf-8', newline: 'crlf'}), 10);
  assert.equal(counter.count(''), 0);
});

test('segments no Vietnamese at all, and of other text only what changed', (t) => {
  const {prototype} = Intl.Segmenter;
  const {segment} = prototype;
  const lengths = [];
  t.after(() => Object.assign(prototype, {segment}));
  prototype.segment = function (text) {
    lengths.push(text.length);
    return segment.call(this, text);
  };
  const counter = new TextCounter();
  const line = 'Mùa gặt về trên đôi bờ Cái Sậy, người dân phấn khởi vì lúa được mùa, được giá.\n';
  const long = line.repeat(1250);
  assert.equal(counter.count(long, {unit: 'grapheme'}), long.length);
  assert.equal(counter.count(`${long}a`, {unit: 'grapheme'}), long.length + 1);
  assert.deepEqual(lengths, []);
  const middle = long.length / 2;
  counter.count(long, {unit: 'grapheme'});
  const edited = `${long.slice(0, middle)}👨‍👩‍👧‍👦${long.slice(middle)}`;
  assert.equal(counter.count(edited, {unit: 'grapheme'}), long.length + 1);
  assert.ok(lengths.length > 0 && Math.max(...lengths) < 30, `segmented ${lengths} units`);
});

/** Ten thousand letters and more, without a line break. */
const scripts = {
  Russian: 'Рынок стал светлее и чище. ',
  Arabic: 'مرحبا بالعالم، ',
  Thai: 'สวัสดีครับ ผมชื่อ',
  Japanese: 'カタカナとひらがな、漢字。',
  Korean: '안녕하세요 오늘은 ',
  Chinese: '市場比以前更明亮乾淨。',
};

for (const [script, words] of Object.entries(scripts)) {
  test(`segments of a long ${script} text only what is around a key`, (t) => {
    const {prototype} = Intl.Segmenter;
    const {segment} = prototype;
    let most = 0;
    t.after(() => Object.assign(prototype, {segment}));
    prototype.segment = function (text) {
      most = Math.max(most, text.length);
      return segment.call(this, text);
    };
    const counter = new TextCounter();
    const long = words.repeat(600);
    const way = /** @type {const} */ ({unit: 'grapheme'});
    const once = countCharacters(words, way);
    assert.equal(counter.count(long, way), once * 600);
    for (let at = long.length / 2; at < long.length / 2 + words.length; at++) {
      counter.count(long, way);
      most = 0;
      const edited = `${long.slice(0, at)}a${long.slice(at)}`;
      const count = counter.count(edited, way);
      assert.ok(most < 30, `segmented ${most} units`);
      assert.equal(count, countCharacters(edited, way));
    }
  });
}

test('every character that is held to stand apart does, beside any other of these', () => {
  const source = readFileSync(new URL('../../dist/text/text-counter.js', import.meta.url), 'utf8');
  const ranges = source
    .match(/apart = ([^;]+);/)[1]
    .match(/(?<=["'])[^"'\n]+(?=["'])/g)
    .join('');
  const all = [];
  const held = new RegExp(`[${ranges}]`);
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if (held.test(character)) all.push(character);
  }
  assert.ok(all.length > 30_000);
  const others = [...'a©\u00AD ', ...'иЙيلهกเかカー。中한가！'];
  const wrong = all.filter((character) =>
    others.some((other) =>
      [character + other, other + character].some(
        (pair) => pair.normalize('NFC') !== pair || countCharacters(pair, {unit: 'grapheme'}) !== 2,
      ),
    ),
  );
  assert.deepEqual(wrong, []);
});

test('counts long texts of any script, in time', {timeout: 20_000}, () => {
  const graphemes = (text) => countCharacters(text, {unit: 'grapheme'});
  const zalgo = `a${'\u0301\u0323'.repeat(3000)}`;
  for (const part of ['กำ', 'น้ำ', '👨‍👩‍👧‍👦', '葛\u{E0100}', '🇻🇳', '각', 'x\u0323', zalgo]) {
    const once = graphemes(`${part}.`) - 1;
    for (const offset of ['', '.', '..', '...']) {
      const times = Math.ceil(20_000 / part.length);
      assert.equal(graphemes(offset + `${part}.`.repeat(times)), offset.length + (once + 1) * times);
    }
  }
  assert.equal(graphemes('🇻🇳'.repeat(25_000)), 25_000);
  assert.equal(graphemes('Tiếng Việt\n'.repeat(9_000)), 99_000);
});

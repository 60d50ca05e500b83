import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countCharacters, normalizeText} from 'article-widgets/text.js';

const units = /** @type {const} */ (['utf-16', 'code-point', 'grapheme', 'utf-8']);
const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';
const england = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';

/**
 * Counted after normalising: NFC, one kind of line break, U+FFFD for half a surrogate pair.
 * @type {[name: string, text: string, ...counts: number[]][]} UTF-16 units, code points, graphemes, UTF-8 bytes
 */
const vectors = [
  ['nothing', '', 0, 0, 0, 0],
  ['ASCII', 'Hello', 5, 5, 5, 5],
  ['Vietnamese, composed', 'Tiếng Việt'.normalize('NFC'), 10, 10, 10, 14],
  ['Vietnamese, decomposed', 'Tiếng Việt'.normalize('NFD'), 10, 10, 10, 14],
  ['ệ in one', '\u1EC7', 1, 1, 1, 3],
  ['ê and a dot', '\u00EA\u0323', 1, 1, 1, 3],
  ['e and two marks', 'e\u0323\u0302', 1, 1, 1, 3],
  ['e and two marks, other order', 'e\u0302\u0323', 1, 1, 1, 3],
  ['o, horn and hook', 'o\u031B\u0309', 1, 1, 1, 3],
  ['euro sign', '€', 1, 1, 1, 3],
  ['emoji', '😀', 2, 1, 1, 4],
  ['emoji with skin tone', '\u{1F44D}\u{1F3FD}', 4, 2, 1, 8],
  ['family joined by ZWJ', family, 11, 7, 1, 25],
  ['flag', '\u{1F1FB}\u{1F1F3}', 4, 2, 1, 8],
  ['two flags', '\u{1F1FB}\u{1F1F3}\u{1F1F1}\u{1F1E6}', 8, 4, 2, 16],
  ['a flag and a half', '\u{1F1FB}\u{1F1F3}\u{1F1F1}', 6, 3, 2, 12],
  ['keycap', '1\uFE0F\u20E3', 3, 3, 1, 7],
  ['red heart', '\u2764\uFE0F', 2, 2, 1, 6],
  ['rainbow flag', '\u{1F3F3}\uFE0F\u200D\u{1F308}', 6, 4, 1, 14],
  ['flag of England', england, 14, 7, 1, 28],
  ['a under 50 marks', `a${'\u0301'.repeat(50)}`, 50, 50, 1, 100],
  ['Thai, kamlang', 'กำลัง', 5, 5, 3, 15],
  ['Thai, nam', 'น้ำ', 3, 3, 1, 9],
  ['Devanagari', 'क्षि', 4, 4, 1, 12],
  ['Tamil', 'நி', 2, 2, 1, 6],
  ['Hangul, composed', '각', 1, 1, 1, 3],
  ['Hangul jamo', '\u1100\u1161\u11A8', 1, 1, 1, 3],
  ['rare Chinese character', '𠮷', 2, 1, 1, 4],
  ['character with variation selector', '葛\u{E0100}', 3, 2, 1, 7],
  ['half a pair, then a', '\uD800a', 2, 2, 2, 4],
  ['a, then half a pair', 'a\uDC00', 2, 2, 2, 4],
  ['a CRLF b', 'a\r\nb', 3, 3, 3, 3],
  ['a LF b', 'a\nb', 3, 3, 3, 3],
  ['a CR b', 'a\rb', 3, 3, 3, 3],
  ['CR before CRLF', '\r\r\n', 2, 2, 2, 2],
  ['five line breaks', '\n\n\n\n\n', 5, 5, 5, 5],
  ['NUL', 'a\0b', 3, 3, 3, 3],
  ['right-to-left override', 'a\u202Egnp.exe', 9, 9, 9, 11],
  ['zero-width spaces between letters', 'a\u200B\u200B\u200Bb', 5, 5, 5, 11],
  ['two zero-width spaces', '\u200B\u200B', 2, 2, 2, 6],
  ['Hangul filler', '\u3164', 1, 1, 1, 3],
  ['two no-break spaces', '\u00A0\u00A0', 2, 2, 2, 4],
  ['BOM', '\uFEFFa', 2, 2, 2, 4],
  ['500 families', family.repeat(500), 5500, 3500, 500, 12500],
];

for (const [name, text, ...counts] of vectors) {
  test(`counts ${name}`, () => {
    const counted = units.map((unit) => countCharacters(text, {unit}));
    assert.deepEqual(counted, counts);
    assert.equal(countCharacters(text), counts[1], 'code points are the default');
    const sent = normalizeText(text);
    assert.equal(normalizeText(sent), sent, 'normalising twice changes nothing');
    assert.equal(countCharacters(sent), counts[1], 'what is sent counts the same');
    assert.equal(Buffer.byteLength(sent), counts[3], 'a server receives as many bytes');
  });
}

test('counts line breaks as two with crlf, except as graphemes', () => {
  for (const text of ['a\r\nb', 'a\nb', 'a\rb']) {
    assert.equal(normalizeText(text, 'crlf'), 'a\r\nb');
    const counted = units.map((unit) => countCharacters(text, {unit, newline: 'crlf'}));
    assert.deepEqual(counted, [4, 4, 3, 4]);
  }
  assert.equal(countCharacters('\n\n\n\n\n', {newline: 'crlf'}), 10);
});

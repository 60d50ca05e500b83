/*
 * HTML as text. Only what a reader reads is kept: paragraphs, line breaks, the addresses of links, and what stands for
 * a picture. The result is shown as text, so nothing here has to be safe, only right; and no parser of the browser is
 * asked, because under Trusted Types none may be.
 */

// A comment, a script or style with what is in it, or a tag: `</name attributes>`.
const markup =
  /<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi;
const blocks = /^(p|div|blockquote|[uod]l|li|d[td]|pre|h[1-6]|table|tr|figure|hr)$/i;
const longestHtml = 200_000;

// By its name, a sign. Old editors write the letters of Latin-1 so, too: `&agrave;` is a letter and its accent.
const named = new Map(
  (
    'amp& lt< gt> quot" apos\' nbsp\u00a0 hellip… ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” laquo« raquo» copy© ' +
    'reg® trade™ -grave\u0300 -acute\u0301 -circ\u0302 -tilde\u0303 -uml\u0308 -ring\u030a -cedil\u0327'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, -1), entry.slice(-1)]),
);

/** What a piece of HTML says, with an empty line between paragraphs. */
export function textOfHtml(html: string): string {
  const links: string[] = [];
  const text = html
    .slice(0, longestHtml)
    .replace(/[\ue000-\ue003]/g, ' ') // the marks below are ours alone
    .replace(/<pre\b[^]*?(?:<\/pre|$)/gi, (lines) => lines.replaceAll('\n', '\ue003'))
    .replace(/\s+/g, ' ')
    .replace(markup, (_, _raw, closing: string, name = '', attributes = '') => {
      if (/^br$/i.test(name)) return '\n';
      if (blocks.test(name)) return '\n\n';
      if (/^t[dh]$/i.test(name)) return ' ';
      if (/^img$/i.test(name)) return valueIn(attributes);
      if (!/^a$/i.test(name)) return '';
      if (!closing) {
        links.push(addressIn(attributes));
        return '\ue000';
      }
      const address = links.pop();
      return address ? `\ue001${address}\ue002` : '\ue000';
    });
  return decodeEntities(text.replace(/\ue000([^\ue000\ue001]*)\ue001([^\ue002]*)\ue002/g, writeLink))
    .replace(/[\ue000-\ue002]/g, '')
    .replace(/ *[\n\ue003] */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ +/g, ' ')
    .trim();
}

/** Text as WordPress takes it: it reads HTML, and would throw away what looks like a tag. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Text with `&amp;`, `&#8217;` and their like written out, once. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hex, name) => {
    if (name) return named.get(name as string) ?? accented(name as string) ?? entity;
    const point = decimal ? Number(decimal) : parseInt(hex as string, 16);
    return point > 0 && point < 0x110000 && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : '\ufffd';
  });
}

function accented(name: string): string | undefined {
  const letter = (name[0]! + named.get(`-${name.slice(1)}`)).normalize('NFC');
  return letter.length === 1 ? letter : undefined;
}

// A link says its address beside its words, unless they are the same: the list makes it a link again.
function writeLink(_: string, words: string, address: string): string {
  return words.includes(address) || address.includes(words.trim()) ? address : `${words} (${address})`;
}

function addressIn(attributes: string): string {
  const address = valueIn(attributes).trim();
  return /^https?:\/\/[^\s\ue000-\ue003]+$/i.test(address) ? address : '';
}

/** Of a link, where it leads; of a picture, what it shows. */
function valueIn(attributes: string): string {
  const value = /\b(?:href|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
  const [, quoted, single, bare] = value.exec(attributes) ?? [];
  return quoted ?? single ?? bare ?? '';
}

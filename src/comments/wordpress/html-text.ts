/*
 * HTML as text. Only what a reader reads is kept: paragraphs, line breaks, and the addresses of links. The result is
 * shown as text, so nothing here has to be safe, only right; and no parser of the browser is asked, because under
 * Trusted Types none may be.
 */

// A comment, a script or style with what is in it, or a tag: `</name attributes>`.
const markup =
  /<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi;
const blocks = /^(p|div|blockquote|ul|ol|li|pre|h[1-6]|table|tr|figure|hr)$/i;
const longestHtml = 200_000;

const named: Record<string, string> = {
  ...{amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', ndash: '–', mdash: '—'},
  ...{
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    copy: '©',
    reg: '®',
    trade: '™',
  },
};

/** What a piece of HTML says, with an empty line between paragraphs. */
export function textOfHtml(html: string): string {
  const links: string[] = [];
  const text = html
    .slice(0, longestHtml)
    .replace(/[\s\ue000-\ue002]+/g, ' ') // the marks below are ours alone
    .replace(markup, (_, _raw, closing: string, name = '', attributes = '') => {
      if (/^br$/i.test(name)) return '\n';
      if (blocks.test(name)) return '\n\n';
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
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Text as WordPress takes it: it reads HTML, and would throw away what looks like a tag. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Text with `&amp;`, `&#8217;` and their like written out, once. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hex, name) => {
    if (name) return named[name as string] ?? entity;
    const point = decimal ? Number(decimal) : parseInt(hex as string, 16);
    return point > 0 && point < 0x110000 && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : '\ufffd';
  });
}

// A link says its address beside its words, unless they are the same: the list makes it a link again.
function writeLink(_: string, words: string, address: string): string {
  return words.includes(address) || address.includes(words.trim()) ? address : `${words} (${address})`;
}

function addressIn(attributes: string): string {
  const [, quoted, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  const address = (quoted ?? single ?? bare ?? '').trim();
  return /^https?:\/\/[^\s\ue000-\ue002]+$/i.test(address) ? address : '';
}

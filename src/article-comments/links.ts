import {html, type TemplateResult} from 'lit';
import {readUrl} from '../comments/border.js';

// Neither quotes and brackets, which stand around an address, nor marks that turn the direction of what follows.
const addresses = /(https?:\/\/[^\s<>"“”«»\u200b-\u200f\u202a-\u202e\u2060-\u2069]{1,2000})/gi;
const trailing = ".,;:!?…'’*_~)]}";
const pairs: Record<string, string> = {')': '(', ']': '[', '}': '{'};

/** A text with its addresses as links; only `http:` and `https:`, and none that hides where it leads behind an `@`. */
export function linkAddresses(text: string): unknown[] {
  // Split by a group, every second part is an address.
  return text.split(addresses).map((part, index) => (index % 2 ? link(part) : part));
}

function link(text: string): TemplateResult | string {
  const length = lengthOfAddress(text);
  const href = readUrl(text.slice(0, length));
  if (!href) return text;
  return html`<a part="link" href=${href} rel="nofollow ugc noopener">${text.slice(0, length)}</a
    >${text.slice(length)}`;
}

/** Punctuation after an address belongs to the sentence; a bracket does, unless it was opened inside. */
function lengthOfAddress(text: string): number {
  let length = text.length;
  while (trailing.includes(text[length - 1]!)) {
    const [close, rest] = [text[length - 1]!, text.slice(0, length - 1)];
    const open = pairs[close];
    if (open && rest.split(open).length > rest.split(close).length) break;
    length--;
  }
  return length;
}

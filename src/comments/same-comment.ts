import type {Comment} from './types.js';

type Said = Pick<Comment, 'author' | 'parentId' | 'text'>;

/** Whether two comments are the same one: by its words, its author and its place. Servers make quotes curly. */
export function sameComment(a: Said, b: Said): boolean {
  const words = ({text}: Said): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return a.author.name === b.author.name && a.parentId === b.parentId && words(a) === words(b);
}

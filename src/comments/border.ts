/*
 * Nothing from outside goes further than this file without being looked at. Fields are read by name and made anew, so
 * a hostile object can neither bring markup nor keys of its own.
 */
import {readStamp} from '../time/stamp.js';
import type {Comment, CommentPage} from './types.js';

const longestText = 20_000;
const longestName = 200;
const longestAddress = 2_000;
const mostComments = 10_000;

// Most stamps, told at a glance: to take ten thousand apart is too long.
const isPlain = /^[12]\d{3}-(0[1-9]|1[0-2])-([01][1-9]|2[0-8])T([01]\d|2[0-3])(:[0-5]\d){2}(Z|[+-]0\d:00)$/;

type Fields = Record<string, unknown>;

/** A page of comments as the types promise it; `undefined` when it is none. Bad comments are left out. */
export function readPage(value: unknown): CommentPage | undefined {
  const {comments, total, next, skipped} = fieldsOf(value);
  if (!Array.isArray(comments)) return undefined;
  const byId = new Map<string, Comment>();
  for (const item of comments.slice(0, mostComments)) {
    const comment = readComment(item);
    if (comment && !byId.has(comment.id)) byId.set(comment.id, comment);
  }
  const left = comments.length - byId.size + (readCount(skipped) ?? 0); // a source may have looked at them itself
  return {
    comments: [...byId.values()],
    total: readCount(total),
    next: readText(next, longestAddress) || undefined,
    ...(left && {skipped: left}),
  };
}

/** A comment as the types promise it; `undefined` when it has no id or no text. */
export function readComment(value: unknown): Comment | undefined {
  const fields = fieldsOf(value);
  const id = readText(fields.id, longestName);
  const text = readText(fields.text, longestText).replace(/\r\n?/g, '\n').trim();
  if (!id || !text) return undefined;
  const author = fieldsOf(fields.author);
  const createdAt = readText(fields.createdAt, longestName);
  return {
    id,
    parentId: readText(fields.parentId, longestName) || undefined,
    author: {
      name: readText(author.name, longestName).trim(),
      url: readUrl(author.url),
      avatar: readUrl(author.avatar),
    },
    text,
    createdAt: isPlain.test(createdAt) || readStamp(createdAt) ? createdAt : '',
    status: fields.status === 'pending' ? 'pending' : 'published',
  };
}

/** Text of a bounded length. Numbers become text; objects and all the rest become nothing. */
export function readText(value: unknown, longest: number): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

/** What a text says in JSON; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** A whole number from 0 up, also when written as text. */
export function readCount(value: unknown): number | undefined {
  const text = readText(value, 16);
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/**
 * An absolute address that a browser may be sent to; everything else, `javascript:` first, is dropped, and so is one
 * that hides where it leads behind an `@`.
 */
export function readUrl(value: unknown): string | undefined {
  if (!value) return undefined; // most comments have none, and an error costs time
  try {
    const {href} = new URL(readText(value, longestAddress));
    return /^https?:\/\/[^@/]+\//.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}

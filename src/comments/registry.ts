import {restSource} from './rest-source.js';
import type {CommentSource} from './types.js';

/** Makes a source for the address in an element's `src`. */
export type CommentSourceFactory = (src: string) => CommentSource;

const registered = new Map<string, CommentSourceFactory>();

/** Makes a kind of source known to `<article-comments source="name">`; the newest registration of a name wins. */
export function registerCommentSource(name: string, factory: CommentSourceFactory): void {
  registered.set(name, factory);
}

/** The source of a registered kind; `undefined` when nobody registered it. */
export function createCommentSource(name: string, src: string): CommentSource | undefined {
  const factory = registered.get(name) ?? (name === 'rest' ? restSource : undefined);
  return factory?.(src);
}

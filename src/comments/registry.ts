import {restSource} from './rest-source.js';
import type {CommentSource} from './types.js';
import type {WordPressOptions} from './wordpress/wordpress-source.js';

/** What an element tells a source about the page beside the address. */
export type CommentSourceOptions = Pick<WordPressOptions, 'nonce' | 'avatars'>;

/** Makes a source for the address in an element's `src`. */
export type CommentSourceFactory = (src: string, options?: CommentSourceOptions) => CommentSource;

const registered = new Map<string, CommentSourceFactory>([
  ['rest', (src) => restSource(src)],
  ['wordpress', loadedWordPress],
]);

/** Makes a kind of source known to `<article-comments source="name">`; the newest registration of a name wins. */
export function registerCommentSource(name: string, factory: CommentSourceFactory): void {
  registered.set(name, factory);
}

/** The source of a registered kind; `undefined` when nobody registered it. */
export function createCommentSource(
  name: string,
  src: string,
  options?: CommentSourceOptions,
): CommentSource | undefined {
  return registered.get(name)?.(src, options);
}

/** WordPress's comments. What reads them is loaded with the first of them: most pages have none. */
function loadedWordPress(src: string, options?: CommentSourceOptions): CommentSource {
  let made: CommentSource | undefined;
  const source = async (): Promise<CommentSource> => {
    const {wordpressSource} = await import('./wordpress/wordpress-source.js');
    return (made ??= wordpressSource(src, options));
  };
  return {
    asks: {name: true, email: true, requireName: true},
    list: async (...query) => (await source()).list(...query),
    submit: async (...draft) => (await source()).submit(...draft),
  };
}

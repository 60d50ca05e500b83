import type {Comment, CommentDraft, CommentPage, CommentSource} from '../../../src/comments/types.js';

/** A comment with what a test does not care about filled in. */
export function comment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    id,
    author: {name: `Bạn đọc ${id}`},
    text: `Ý kiến số ${id}`,
    createdAt: '2024-03-29T11:12:24+07:00',
    status: 'published',
    ...more,
  };
}

/** Comments of the given ids. */
export function comments(...ids: string[]): Comment[] {
  return ids.map((id) => comment(id));
}

/** What a source was asked, and the source. */
export interface FakeSource extends CommentSource {
  lists: {cursor?: string; limit: number; article: string; order: string; signal: AbortSignal}[];
  drafts: CommentDraft[];
}

/** A source that answers as told; by default with an empty list, and with whatever it is sent. */
export function fakeSource(
  list: (query: {cursor?: string}) => unknown = () => ({comments: [], total: 0}),
  submit: (draft: CommentDraft) => unknown = (draft) => taken(draft),
): FakeSource {
  const source: FakeSource = {
    lists: [],
    drafts: [],
    list: async (query, signal) => {
      source.lists.push({...query, signal});
      return (await list(query)) as CommentPage;
    },
    submit: async (draft) => {
      source.drafts.push(draft);
      return (await submit(draft)) as Comment;
    },
  };
  return source;
}

let taker = 0;

/** The comment that a server makes of a draft. */
export function taken({text, author, parentId}: CommentDraft, more: Partial<Comment> = {}): Comment {
  return comment(`new-${++taker}`, {text, author: {name: author.name ?? ''}, parentId, ...more});
}

/** A promise that the test settles. */
export function deferred<T>(): {promise: Promise<T>; resolve(value: T): void; reject(reason: unknown): void} {
  let settle!: {resolve(value: T): void; reject(reason: unknown): void};
  const promise = new Promise<T>((resolve, reject) => (settle = {resolve, reject}));
  return {promise, ...settle};
}

/** The element that has the focus, however deep. */
export function deepFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** Where an article's comments come from and go to. */
export interface CommentSource {
  /** One page of an article's comments. */
  list(query: CommentQuery, signal: AbortSignal): Promise<CommentPage>;
  /** Sends a comment; resolves to the comment as the source keeps it. */
  submit(draft: CommentDraft, signal: AbortSignal): Promise<Comment>;
  /** What the source must know of guests; the form that an element draws asks them for it. Default: nothing. */
  asks?: CommentAuthorFields;
}

/** What guests are asked for. */
export interface CommentAuthorFields {
  name?: boolean;
  requireName?: boolean;
  email?: boolean;
}

/** Which comments are asked for. */
export interface CommentQuery {
  article: string;
  order: CommentOrder;
  limit: number;
  /** The `next` of the page before; absent for the first. */
  cursor?: string;
}

/** Which comments come first. */
export type CommentOrder = 'newest' | 'oldest';

/** Some comments of an article. */
export interface CommentPage {
  comments: Comment[];
  /** How many comments the article has, where the source knows. */
  total?: number;
  /** The cursor of the page after this one; absent on the last. */
  next?: string;
  /** How many items were left out, because they could not be used or came twice. */
  skipped?: number;
}

/** A comment as it is shown. */
export interface Comment {
  id: string;
  /** The comment that this one answers. */
  parentId?: string;
  author: {name: string; url?: string; avatar?: string};
  /** Plain text; never HTML. */
  text: string;
  /** A stamp such as `2024-03-29T11:12:24+07:00`; empty when the source gave none that can be read. */
  createdAt: string;
  /** `pending` while it waits for approval. */
  status: 'published' | 'pending';
}

/** A comment on its way to the source. */
export interface CommentDraft {
  article: string;
  text: string;
  author: {name?: string; email?: string};
  parentId?: string;
  /** The same for every try to send this draft, so that a source can keep it once. */
  idempotencyKey: string;
}

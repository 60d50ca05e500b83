/** What went wrong, in the terms that a reader is told about it. */
export type CommentErrorKind =
  | 'offline'
  | 'timeout'
  | 'network'
  | 'login'
  | 'forbidden'
  | 'closed'
  | 'too-long'
  | 'too-fast'
  | 'duplicate'
  | 'invalid'
  | 'server'
  | 'unknown-outcome'
  | 'bad-response';

/** A field that the server did not accept, with its words for the reader (text, never HTML). */
export interface CommentFieldError {
  field: string;
  message: string;
}

/** What is known about a failure beside its kind. */
export interface CommentErrorDetails {
  /** For `too-long`: how much the server takes. */
  max?: number;
  /** For `too-long`: how much it counted. */
  count?: number;
  /** For `too-long`: the unit it counts in, such as `code-point`. */
  unit?: string;
  /** Seconds to wait before the next try, 1 to 300. */
  retryAfter?: number;
  /** For `invalid`: the fields that were not accepted. */
  fields?: CommentFieldError[];
  cause?: unknown;
}

/** The failure of a comment source. A source of the page's own may throw it to choose what its readers are told. */
export class CommentError extends Error {
  override readonly name = 'CommentError';
  /** What went wrong. */
  readonly kind: CommentErrorKind;
  declare readonly max?: number;
  declare readonly count?: number;
  declare readonly unit?: string;
  declare readonly retryAfter?: number;
  /** How many of these seconds are left, while they are counted down before a reader. */
  declare left?: number;
  declare readonly fields?: CommentFieldError[];

  constructor(kind: CommentErrorKind, details: CommentErrorDetails = {}) {
    super(kind);
    this.kind = kind;
    Object.assign(this, details);
  }
}

/** Whatever was thrown, as a `CommentError`. */
export function toCommentError(error: unknown): CommentError {
  return error instanceof CommentError ? error : new CommentError('server', {cause: error});
}

import {createHash, randomUUID} from 'node:crypto';
import {openDatabase, transaction} from './database.js';

/**
 * @typedef {{id: string, parentId?: string, author: {name: string}, text: string, createdAt: string,
 *   status: 'published' | 'pending'}} Comment
 * @typedef {{outcome: 'created' | 'replayed', comment: Comment} | {outcome: 'key-reused' | 'parent-missing'}} Added
 */

const columns = 'id, parent_id, name, text, created_at, status';

/**
 * The comments in SQLite. The methods are asynchronous for the sake of stores that must wait;
 * this one does each in a single step, so nothing can come between a check and the write that relies on it.
 */
export class CommentStore {
  #db;
  #close;
  #lastStamp;

  constructor(dataFile) {
    const {db, close} = openDatabase(dataFile);
    this.#db = db;
    this.#close = close;
    this.#lastStamp = Date.parse(db.get('SELECT max(created_at) AS last FROM comment').last ?? 0);
  }

  /**
   * Stores a comment once for each key. When this returns, the comment is on the disk.
   * @param {import('./validate.js').Draft} draft
   * @param {string} key
   * @returns {Promise<Added>}
   */
  async add(draft, key) {
    const fingerprint = fingerprintOf(draft);
    const earlier = this.#db.get(
      `SELECT ${columns}, fingerprint FROM comment WHERE idempotency_key = ?`,
      key,
    );
    if (earlier) {
      return earlier.fingerprint === fingerprint
        ? {outcome: 'replayed', comment: toComment(earlier)}
        : {outcome: 'key-reused'};
    }
    if (draft.parentId && !this.#find(draft.parentId, draft.article)) return {outcome: 'parent-missing'};
    return {
      outcome: 'created',
      comment: this.#insert({...draft, key, fingerprint, createdAt: this.#stamp()}),
    };
  }

  /**
   * Stores comments of known times, all or none. `parent` is the place in the list of an earlier one.
   * @param {{article: string, name: string, text: string, createdAt: string, parent?: number}[]} drafts
   */
  async addAll(drafts) {
    return transaction(this.#db, () => {
      const comments = [];
      for (const {parent, ...draft} of drafts) {
        const parentId = comments[parent]?.id;
        comments.push(
          this.#insert({...draft, parentId, key: randomUUID(), fingerprint: fingerprintOf(draft)}),
        );
      }
      return comments;
    });
  }

  /**
   * A page of an article's published comments, and their number.
   * @param {{article: string, order: 'newest' | 'oldest', limit: number, after?: {createdAt: string, id: string}}} query
   */
  async list({article, order, limit, after}) {
    const [direction, beyond] = order === 'newest' ? ['DESC', '<'] : ['ASC', '>'];
    const from = after ? `AND (created_at, id) ${beyond} (?, ?)` : '';
    const rows = this.#db.all(
      `SELECT ${columns} FROM comment WHERE article = ? AND status = 'published' ${from}
       ORDER BY created_at ${direction}, id ${direction} LIMIT ?`,
      [article, ...(after ? [after.createdAt, Number(after.id)] : []), limit + 1],
    );
    const {total} = this.#db.get(
      `SELECT count(*) AS total FROM comment WHERE article = ? AND status = 'published'`,
      article,
    );
    return {total, comments: rows.slice(0, limit).map(toComment), more: rows.length > limit};
  }

  /**
   * One published comment.
   * @returns {Promise<Comment | undefined>}
   */
  async get(id) {
    const row = this.#find(id);
    return row && toComment(row);
  }

  async isEmpty() {
    return this.#db.get('SELECT 1 AS one FROM comment LIMIT 1') === null;
  }

  close() {
    if (this.#db.isOpen) this.#close();
  }

  #insert({article, parentId = null, name, email = null, text, createdAt, key, fingerprint}) {
    const {lastInsertRowid} = this.#db.run(
      `INSERT INTO comment
         (article, parent_id, name, email, text, status, created_at, idempotency_key, fingerprint)
       VALUES (?, ?, ?, ?, ?, 'published', ?, ?, ?)`,
      [article, parentId && Number(parentId), name, email, text, createdAt, key, fingerprint],
    );
    this.#lastStamp = Math.max(this.#lastStamp, Date.parse(createdAt));
    return toComment(this.#db.get(`SELECT ${columns} FROM comment WHERE id = ?`, lastInsertRowid));
  }

  #find(id, article) {
    const row = this.#db.get(
      `SELECT ${columns}, article FROM comment WHERE id = ? AND status = 'published'`,
      id,
    );
    // SQLite would also find 7 as "7.0".
    if (!row || String(row.id) !== id) return undefined;
    return article === undefined || row.article === article ? row : undefined;
  }

  // Never the same moment twice, and never backwards when the clock is set back: the order stays as it was.
  #stamp() {
    return new Date(Math.max(Date.now(), this.#lastStamp + 1)).toISOString();
  }
}

function fingerprintOf({article, text, name, email = null, parentId = null}) {
  return createHash('sha256')
    .update(JSON.stringify([article, text, name, email, parentId]))
    .digest('hex');
}

/** @returns {Comment} */
function toComment(row) {
  return {
    id: String(row.id),
    ...(row.parent_id === null ? {} : {parentId: String(row.parent_id)}),
    author: {name: row.name},
    text: row.text,
    createdAt: row.created_at,
    status: row.status,
  };
}

import {createHash, randomUUID} from 'node:crypto';
import {takePosition} from './position.js';

/**
 * @typedef {{id: string, parentId?: string, author: {name: string}, text: string, createdAt: string,
 *   status: 'published' | 'pending'}} Comment
 * @typedef {{outcome: 'created' | 'replayed', comment: Comment} |
 *   {outcome: 'key-reused' | 'parent-missing' | 'closed'}} Added
 */

const columns = ['id', 'parent_id', 'name', 'text', 'created_at', 'status', 'position'];
const rowId = /^[1-9]\d{0,14}$/;

/** Ends a transaction without a trace, because of what it found. */
class Refusal extends Error {}

/** The comments in the database. Several of them, in several processes, may share one. */
export class CommentStore {
  /** @type {import('kysely').Kysely<any>} */
  #db;

  constructor(db) {
    this.#db = db;
  }

  /**
   * Stores a comment once for each key. When this returns, the comment is on the disk.
   * @param {import('./validate.js').Draft} draft
   * @param {string} key
   * @param {{held?: boolean}} [options] `held` comments wait for approval
   * @returns {Promise<Added>}
   */
  async add(draft, key, {held = false} = {}) {
    const fingerprint = fingerprintOf(draft);
    const earlier = await this.#replay(key, fingerprint);
    if (earlier) return earlier;
    try {
      const createdAt = new Date().toISOString();
      const row = await this.#db
        .transaction()
        .execute((trx) => insert(trx, {...draft, createdAt, key, fingerprint, held}));
      return {outcome: 'created', comment: toComment(row)};
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The same request, sent twice at once: the other one was faster.
      if (error.message === 'key-taken') return this.#replay(key, fingerprint);
      return {outcome: error.message};
    }
  }

  /**
   * Stores comments of known times, all or none. `parent` is the place in the list of an earlier one.
   * @param {{article: string, name: string, text: string, createdAt: string, parent?: number}[]} drafts
   * @returns {Promise<Comment[]>}
   */
  async addAll(drafts) {
    return this.#db.transaction().execute(async (trx) => {
      const comments = [];
      for (const {parent, ...draft} of drafts) {
        const parentId = comments[parent]?.id;
        const fingerprint = fingerprintOf(draft);
        comments.push(toComment(await insert(trx, {...draft, parentId, key: randomUUID(), fingerprint})));
      }
      return comments;
    });
  }

  /**
   * A page of an article's published comments, and their number. `after` is a comment's position.
   * @param {{article: string, order: 'newest' | 'oldest', limit: number, after?: number}} query
   * @returns {Promise<{total: number, comments: Comment[], next?: number}>}
   */
  async list({article, order, limit, after}) {
    const [direction, beyond] = order === 'newest' ? ['desc', '<'] : ['asc', '>'];
    // With the page in one question: so the two are of one moment.
    const total = this.#db.selectFrom('article').select('total').where('id', '=', article).as('total');
    let page = this.#db.selectFrom('comment').select(columns).select(total).where('article', '=', article);
    page =
      after === undefined ? page.where('position', 'is not', null) : page.where('position', beyond, after);
    const rows = await page
      .orderBy('position', direction)
      .limit(limit + 1)
      .execute();
    const comments = rows.slice(0, limit).map(toComment);
    return {
      total: rows[0]?.total ?? (await this.counts([article])).get(article),
      comments,
      next: rows.length > limit ? rows[limit - 1].position : undefined,
    };
  }

  /**
   * How many published comments each of these articles has.
   * @param {string[]} articles
   * @returns {Promise<Map<string, number>>}
   */
  async counts(articles) {
    if (articles.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('article')
      .select(['id', 'total'])
      .where('id', 'in', articles)
      .execute();
    const totals = new Map(rows.map(({id, total}) => [id, total]));
    return new Map(articles.map((article) => [article, totals.get(article) ?? 0]));
  }

  /**
   * One published comment.
   * @returns {Promise<Comment | undefined>}
   */
  async get(id) {
    const row = await findPublished(this.#db, id);
    return row && toComment(row);
  }

  async isEmpty() {
    return !(await this.#db.selectFrom('comment').select('id').limit(1).executeTakeFirst());
  }

  /** Throws when the database does not answer, or its tables cannot be read. */
  async ping() {
    await this.#db.selectFrom('article').select('id').limit(1).execute();
  }

  // A repeated request is answered as the first one was: the caller may never have seen that answer.
  async #replay(key, fingerprint) {
    const row = await this.#db
      .selectFrom('comment')
      .select([...columns, 'fingerprint'])
      .where('idempotency_key', '=', key)
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.fingerprint !== fingerprint) return {outcome: 'key-reused'};
    return {outcome: 'replayed', comment: toComment(row)};
  }
}

async function insert(trx, draft) {
  const {article, parentId, name, email = null, text, createdAt, key, fingerprint, held = false} = draft;
  const {position, closed} = await takePosition(trx, article, held ? 0 : 1);
  if (closed) throw new Refusal('closed');
  if (parentId && (await findPublished(trx, parentId))?.article !== article) {
    throw new Refusal('parent-missing');
  }
  const row = await trx
    .insertInto('comment')
    .values({
      article,
      parent_id: parentId ? Number(parentId) : null,
      name,
      email,
      text,
      created_at: createdAt,
      status: held ? 'pending' : 'published',
      position: held ? null : position,
      idempotency_key: key,
      fingerprint,
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .returning(columns)
    .executeTakeFirst();
  if (!row) throw new Refusal('key-taken');
  return row;
}

async function findPublished(db, id) {
  if (!rowId.test(id)) return undefined;
  return db
    .selectFrom('comment')
    .select([...columns, 'article'])
    .where('id', '=', Number(id))
    .where('status', '=', 'published')
    .executeTakeFirst();
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
    // Whoever sent it is not told that it was refused.
    status: row.status === 'published' ? 'published' : 'pending',
  };
}

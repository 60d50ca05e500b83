import {takePosition} from './position.js';

/** What people decide: which comments are shown, and which articles take more. */
export class Moderation {
  /** @type {import('kysely').Kysely<any>} */
  #db;

  constructor(db) {
    this.#db = db;
  }

  /** The comments that wait for approval, oldest first. */
  async waiting(limit = 100) {
    return this.#db
      .selectFrom('comment')
      .select(['id', 'article', 'name', 'email', 'text', 'created_at as createdAt'])
      .where('status', '=', 'pending')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** Publishes a comment: it takes the newest place. False when there is none, or it is public already. */
  async approve(id) {
    return this.#decide(id, async (trx, {article, status}) => {
      if (status === 'published') return false;
      const {position} = await takePosition(trx, article);
      await trx.updateTable('comment').set({status: 'published', position}).where('id', '=', id).execute();
      return true;
    });
  }

  /** Keeps a comment from the public, also one that was shown. False when there is none, or it was rejected. */
  async reject(id) {
    return this.#decide(id, async (trx, {article, status}) => {
      if (status === 'rejected') return false;
      await trx
        .updateTable('comment')
        .set({status: 'rejected', position: null})
        .where('id', '=', id)
        .execute();
      if (status === 'published') {
        await trx
          .updateTable('article')
          .set((of) => ({total: of('total', '-', 1)}))
          .where('id', '=', article)
          .execute();
      }
      return true;
    });
  }

  /** Closes an article for new comments, or opens it again. It need not have any comment yet. */
  async setClosed(article, closed) {
    await this.#db
      .insertInto('article')
      .values({id: article, closed: Number(closed)})
      .onConflict((conflict) => conflict.column('id').doUpdateSet({closed: Number(closed)}))
      .execute();
  }

  /** The articles that take no more comments. */
  async closedArticles() {
    const rows = await this.#db
      .selectFrom('article')
      .select('id')
      .where('closed', '=', 1)
      .orderBy('id')
      .execute();
    return rows.map(({id}) => id);
  }

  async #decide(id, change) {
    return this.#db.transaction().execute(async (trx) => {
      const comment = await trx
        .selectFrom('comment')
        .select('article')
        .where('id', '=', id)
        .executeTakeFirst();
      if (!comment) return false;
      // Nobody else decides about this article's comments until the end, so the status stays as it is read.
      await takePosition(trx, comment.article, 0);
      const {status} = await trx
        .selectFrom('comment')
        .select('status')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return change(trx, {...comment, status});
    });
  }
}

import {sql} from 'kysely';

/** Takes the next place among an article's published comments; others who want one wait for the transaction. */
export async function takePosition(trx, article, places = 1) {
  return trx
    .insertInto('article')
    .values({id: article, total: places, position: places})
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        total: sql`article.total + ${sql.lit(places)}`,
        position: sql`article.position + ${sql.lit(places)}`,
      }),
    )
    .returning(['position', 'closed'])
    .executeTakeFirstOrThrow();
}

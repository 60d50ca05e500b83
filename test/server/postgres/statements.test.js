import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sql} from 'kysely';
import {CommentStore} from '../../../server/store.js';
import {article, openApp, post} from '../support/server.js';

test('a question that comes again is planned once for each connection', async (t) => {
  const app = await openApp(t);
  await post(app, {article, text: 'Chào'});
  await app.database.connection().execute(async (connection) => {
    const store = new CommentStore(connection);
    for (const of of [article, 'khác', article]) {
      const {total} = await store.list({article: of, order: 'newest', limit: 20});
      assert.equal(total, of === article ? 1 : 0);
    }
    const {rows} = await sql`select generic_plans + custom_plans as uses from pg_prepared_statements
      where statement like 'select "id", %order by "position"%'`.execute(connection);
    assert.deepEqual(
      rows.map(({uses}) => Number(uses)),
      [3],
    );
  });
});

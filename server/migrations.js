import {Migrator, sql} from 'kysely';

/**
 * The changes of the schema, in the order of their names. Never edit one that was released: append.
 * @param {{isPostgres: boolean}} database
 * @returns {Record<string, import('kysely').Migration>}
 */
function migrations({isPostgres}) {
  const withId = (table) =>
    isPostgres
      ? table.addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      : table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement());
  const reference = isPostgres ? 'bigint' : 'integer';

  return {
    '2026-11-22-comments': {
      async up(db) {
        // One row an article: whoever publishes holds it until the end of the transaction. That makes positions
        // grow in the order in which they become visible, and a count needs no counting.
        await db.schema
          .createTable('article')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('total', 'integer', (column) => column.notNull().defaultTo(0))
          .addColumn('position', 'integer', (column) => column.notNull().defaultTo(0))
          .addColumn('closed', 'integer', (column) => column.notNull().defaultTo(0))
          .execute();
        await withId(db.schema.createTable('comment'))
          .addColumn('article', 'text', (column) => column.notNull().references('article.id'))
          .addColumn('parent_id', reference, (column) => column.references('comment.id'))
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('email', 'text')
          .addColumn('text', 'text', (column) => column.notNull())
          .addColumn('created_at', 'text', (column) => column.notNull())
          .addColumn('status', 'text', (column) =>
            column.notNull().check(sql`status in ('published', 'pending', 'rejected')`),
          )
          // The place among the article's published comments.
          .addColumn('position', 'integer', (column) =>
            column.check(sql`(position is not null) = (status = 'published')`),
          )
          .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
          .addColumn('fingerprint', 'text', (column) => column.notNull())
          .execute();
        await db.schema
          .createIndex('comment_in_article')
          .unique()
          .on('comment')
          .columns(['article', 'position'])
          .execute();
        await db.schema
          .createIndex('comment_waiting')
          .on('comment')
          .column('id')
          .where('status', '=', sql.lit('pending'))
          .execute();
      },
    },
  };
}

/** Brings the schema up to date; one process at a time, and a step as a whole or not at all. */
export async function migrate(db, database) {
  const provider = {getMigrations: async () => migrations(database)};
  const migrator = new Migrator({db, provider, ...(database.isPostgres && (await ownSchema(db)))});
  const {error} = await migrator.migrateToLatest();
  if (/previously executed migration/.test(error?.message)) {
    throw new Error('The database was made by a newer version of this server.', {cause: error});
  }
  if (error) throw error;
}

// Kysely would take the tables of another program for ours, when that one keeps them in another schema.
async function ownSchema(db) {
  const {rows} = await sql`select current_schema() as name`.execute(db);
  return {migrationTableSchema: rows[0].name};
}

import {expect} from '@open-wc/testing';
import {checkedSource, CommentError} from '../../src/comments/index.js';
import {CommentSession} from '../../src/comments/session.js';
import type {Comment, CommentSource} from '../../src/comments/types.js';
import {comment, comments, deferred, fakeSource, taken} from './support/comments.js';
import {waitUntil} from './support/wait-until.js';

const open = (source: CommentSource, order: 'newest' | 'oldest' = 'newest', changed = () => {}) =>
  new CommentSession(source, {article: 'lua', order, limit: 2}, changed);
const shown = ({threads}: CommentSession) => threads.map(({comment: {id}}) => id);
const draft = {text: 'Chào', author: {}, idempotencyKey: 'k'};
const {signal} = new AbortController();

describe('a session', () => {
  it('goes from idle over loading to what came', async () => {
    const states: string[] = [];
    const session: CommentSession = open(
      fakeSource(() => ({comments: comments('2', '1'), total: 2})),
      'newest',
      () => states.push(session.state),
    );
    expect(session.state).to.equal('idle');
    await session.proceed();
    expect([...new Set(states)]).to.deep.equal(['loading', 'ready']);
    expect([shown(session), session.total, session.hasMore]).to.deep.equal([['2', '1'], 2, false]);
  });

  it('asks once at a time', async () => {
    const {promise, resolve} = deferred<unknown>();
    const source = fakeSource(() => promise);
    const session = open(source);
    const both = [session.proceed(), session.proceed()];
    resolve({comments: []});
    await Promise.all(both);
    expect(source.lists).to.have.length(1);
    expect(session.state).to.equal('empty');
  });

  it('ignores what comes after it was stopped, be it an answer or a failure', async () => {
    const late = [deferred<unknown>(), deferred<unknown>()];
    const answers = [late[0]!.promise, late[1]!.promise, {comments: comments('3')}];
    const session = open(fakeSource(() => answers.shift()));
    const first = session.proceed();
    session.stop();
    expect(session.state).to.equal('idle');
    const second = session.proceed();
    session.stop();
    await session.proceed();
    late[0]!.resolve({comments: comments('1')});
    late[1]!.reject(new CommentError('server'));
    await Promise.all([first, second]);
    expect([shown(session), session.error, session.busy]).to.deep.equal([['3'], undefined, false]);
  });

  it('keeps its comments and says why when the next page does not come', async () => {
    const answers = [
      {comments: comments('2', '1'), next: 'n'},
      new TypeError('x'),
      {comments: comments('0')},
    ];
    const session = open(
      fakeSource(() => {
        const next = answers.shift();
        if (next instanceof Error) throw next;
        return next;
      }),
    );
    await session.proceed();
    await session.proceed();
    expect([session.state, session.error?.kind, shown(session)]).to.deep.equal([
      'ready',
      'server',
      ['2', '1'],
    ]);
    await session.proceed();
    expect([session.error, shown(session), session.hasMore]).to.deep.equal([
      undefined,
      ['2', '1', '0'],
      false,
    ]);
  });

  for (const [order, expected] of [
    ['newest', ['b', 'a', '2', '1']],
    ['oldest', ['2', '1', 'a', 'b']],
  ] as const) {
    it(`shows the reader's own where they belong: ${order} first`, async () => {
      const sent = [comment('a'), comment('b')];
      const session = open(
        fakeSource(
          () => ({comments: comments('2', '1'), total: 2}),
          () => sent.shift(),
        ),
        order,
      );
      await session.proceed();
      await session.submit(draft, signal);
      await session.submit(draft, signal);
      expect([shown(session), session.added]).to.deep.equal([expected, 2]);
    });
  }

  it('shows a comment once that is both sent and listed, as it is listed', async () => {
    const own = comment('own', {status: 'pending'});
    const session = open(
      fakeSource(
        () => ({comments: [comment('own', {text: 'Đã sửa'}), comment('1')], total: 2}),
        () => own,
      ),
    );
    await session.submit(draft, signal);
    await session.submit(draft, signal);
    expect([shown(session), session.added]).to.deep.equal([['own'], 0]);
    await session.proceed();
    expect(shown(session)).to.deep.equal(['own', '1']);
    expect(session.threads[0]!.comment.text).to.equal('Đã sửa');
    await session.submit(draft, signal);
    expect(shown(session)).to.deep.equal(['own', '1']);
  });

  describe('with a comment that the source has already', () => {
    const mine = {...draft, text: 'Lúa “tốt”', author: {name: 'Lan'}, parentId: '1'};
    const there = comment('own', {text: 'Lúa "tốt"', author: {name: 'Lan'}, parentId: '1'});
    const session = (answer: () => unknown, ...listed: Comment[]) =>
      open(fakeSource(() => ({comments: [...listed, comment('1')], total: 2}), answer));
    const duplicate = () => Promise.reject(new CommentError('duplicate'));

    it('finds it in the list', async () => {
      const one = session(duplicate, there);
      expect((await one.submit(mine, signal)).id).to.equal('own');
      await one.proceed();
      expect(
        one.threads.map(({replies}) => replies.length),
        'once',
      ).to.deep.equal([1]);
    });

    it('and says that it is a duplicate where it is not in the list', async () => {
      for (const other of [
        comment('x', {...there, author: {name: 'An'}}),
        comment('x', {...there, parentId: '2'}),
        comment('x', {...there, text: 'Lúa xấu'}),
      ]) {
        const error = await session(duplicate, {...other, id: 'x'})
          .submit(mine, signal)
          .catch((reason: CommentError) => reason.kind);
        expect(error).to.equal('duplicate');
      }
    });

    it('and shows one that was taken without a word under its own id', async () => {
      const silent = () => comment('k', {text: mine.text, author: {name: 'Lan'}, parentId: '1'});
      const one = session(silent, there);
      expect((await one.submit(mine, signal)).id).to.equal('own');
      const lost = session(silent);
      expect((await lost.submit(mine, signal)).id, 'else under its key').to.equal('k');
    });
  });

  it("keeps the reader's own comments, and the list until the new one comes, for the same article", async () => {
    const source = fakeSource(
      () => ({comments: comments('2', '1'), total: 2}),
      () => comment('own', {status: 'pending'}),
    );
    const first = open(source);
    await first.proceed();
    await first.submit(draft, signal);
    first.stop();
    const again = new CommentSession(source, {...first.query, order: 'oldest'}, () => {}, first);
    expect([again.state, shown(again)]).to.deep.equal(['idle', ['own', '2', '1']]);
    await again.proceed();
    expect(shown(again)).to.deep.equal(['2', '1', 'own']);
    const other = new CommentSession(source, {...first.query, article: 'mua'}, () => {}, first);
    expect([other.loaded, shown(other)]).to.deep.equal([false, []]);
  });

  it('tells of each page and of each failure', async () => {
    const answers = [{comments: [...comments('1', '1'), {}, null], next: 'n'}, new CommentError('server')];
    const told: unknown[] = [];
    const session = new CommentSession(
      checkedSource(
        fakeSource(() => {
          const next = answers.shift();
          if (next instanceof Error) throw next;
          return next;
        }),
      ),
      {article: 'lua', order: 'newest', limit: 2},
      (news) => news && told.push(news instanceof CommentError ? news.kind : news.skipped),
    );
    await session.proceed();
    await session.proceed();
    expect(told).to.deep.equal([3, 'server']);
  });

  it('shows what a duplicate repeats, and takes it for the one that was sent on a second try only', async () => {
    const said = taken({...draft, article: 'lua'});
    const answers = ['duplicate', 'network', 'duplicate'] as const;
    let at = 0;
    const session = open({
      list: () => Promise.resolve({comments: [said]}),
      submit: () => Promise.reject(new CommentError(answers[at++]!)),
    });
    const send = (idempotencyKey: string): Promise<string> =>
      session.submit({...draft, idempotencyKey}, signal).then(
        ({id}) => id,
        ({kind}: CommentError) => kind,
      );
    expect(await send('first')).to.equal('duplicate');
    expect(session.has(said.id)).to.equal(true);
    expect(await send('second')).to.equal('network');
    expect(await send('second')).to.equal(said.id);
  });

  it('shows what came meanwhile once, though it came twice', async () => {
    const session = open(fakeSource(() => ({comments: comments('1')})));
    await session.proceed();
    session.take(comments('2', '2', '1'));
    expect(session.threads.map((thread) => thread.comment.id)).to.deep.equal(['2', '1']);
  });

  it('goes on sending when the list is stopped', async () => {
    const {promise, resolve} = deferred<Comment>();
    let sent: AbortSignal | undefined;
    const session = open({
      list: () => new Promise(() => {}),
      submit: (_, given) => ((sent = given), promise),
    });
    void session.proceed();
    const sending = session.submit(draft, signal);
    await waitUntil(() => sent);
    session.stop();
    expect(sent!.aborted).to.equal(false);
    resolve(taken({...draft, article: 'lua'}));
    expect((await sending).text).to.equal('Chào');
  });
});

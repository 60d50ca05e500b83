import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/comments/index.js';
import {CommentSession} from '../../src/comments/session.js';
import type {Comment, CommentSource} from '../../src/comments/types.js';
import {comment, comments, deferred, fakeSource, taken} from './support/comments.js';

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

  it('goes on sending when the list is stopped', async () => {
    const {promise, resolve} = deferred<Comment>();
    let sent: AbortSignal | undefined;
    const session = open({
      list: () => new Promise(() => {}),
      submit: (_, given) => ((sent = given), promise),
    });
    void session.proceed();
    const sending = session.submit(draft, signal);
    session.stop();
    expect(sent!.aborted).to.equal(false);
    resolve(taken({...draft, article: 'lua'}));
    expect((await sending).text).to.equal('Chào');
  });
});

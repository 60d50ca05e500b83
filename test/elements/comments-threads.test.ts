import {expect} from '@open-wc/testing';
import {addToThreads} from '../../src/comments/add-to-threads.js';
import {buildThreads, type Comment} from '../../src/comments/index.js';
import {comment} from './support/comments.js';

const reply = (id: string, parentId: string): Comment => comment(id, {parentId});

/** Threads as `first: answer, answer (to whom)`. */
function shape(comments: Comment[], order: 'newest' | 'oldest' = 'oldest'): string[] {
  return buildThreads(comments, order).map(({comment: {id}, replies}) => {
    const answers = replies.map(({comment, to}) => (to ? `${comment.id}>${to.id}` : comment.id));
    return answers.length ? `${id}: ${answers.join(' ')}` : id;
  });
}

describe('threads', () => {
  it('keep the order of their first comments, and answers oldest first', () => {
    expect(shape([comment('a'), reply('a1', 'a'), comment('b'), reply('a2', 'a')])).to.deep.equal([
      'a: a1 a2',
      'b',
    ]);
    expect(shape([reply('a2', 'a'), comment('b'), reply('a1', 'a'), comment('a')], 'newest')).to.deep.equal([
      'b',
      'a: a1 a2',
    ]);
  });

  it('are two levels deep, with answers to answers told apart', () => {
    expect(shape([comment('a'), reply('b', 'a'), reply('c', 'b'), reply('d', 'c')])).to.deep.equal([
      'a: b c>b d>c',
    ]);
  });

  it('show answers whose parent is not there', () => {
    expect(shape([reply('x', 'gone'), reply('y', 'x'), comment('a')])).to.deep.equal(['x: y', 'a']);
  });

  it('show comments that answer themselves or one another', () => {
    const ids = (comments: Comment[]) =>
      buildThreads(comments, 'oldest').flatMap((thread) => [
        thread.comment.id,
        ...thread.replies.map((r) => r.comment.id),
      ]);
    expect(ids([reply('a', 'a')])).to.deep.equal(['a']);
    expect(ids([reply('a', 'b'), reply('b', 'a'), reply('c', 'b')])).to.have.members(['a', 'b', 'c']);
    expect(ids([reply('c', 'b'), reply('a', 'b'), reply('b', 'a')])).to.have.members(['a', 'b', 'c']);
  });

  it('are built in time from a chain of ten thousand answers', () => {
    const chain = Array.from({length: 10_000}, (_, n) =>
      n ? reply(`${n}`, `${n - 1}`) : comment('0'),
    ).reverse();
    const started = performance.now();
    const [thread, ...others] = buildThreads(chain, 'newest');
    expect(others).to.have.length(0);
    expect(thread!.replies).to.have.length(9_999);
    expect(performance.now() - started).to.be.below(1_000);
  });

  for (const order of ['newest', 'oldest'] as const)
    it(`take one more comment to where sorting all would put it, the ${order} first`, () => {
      const listed = [comment('a'), reply('b', 'a'), reply('c', 'b'), comment('d'), reply('e', 'gone')];
      const all = order === 'newest' ? listed.toReversed() : listed;
      for (const parentId of [undefined, 'a', 'b', 'c', 'd', 'e', 'nowhere']) {
        const more = comment('f', {parentId});
        const threads = buildThreads(all, order);
        const before = [...threads];
        const touched = addToThreads(threads, more, order);
        const whole = buildThreads(order === 'newest' ? [more, ...all] : [...all, more], order);
        expect(threads, `under ${parentId}`).to.deep.equal(whole);
        expect(
          threads.filter((thread) => !before.includes(thread)),
          'only its own is a new one',
        ).to.deep.equal([touched]);
      }
    });
});

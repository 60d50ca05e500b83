import {aTimeout, expect, nextFrame} from '@open-wc/testing';
import {captureWarnings} from './support/warnings.js';
import {FaultySite, ReaderOfComments} from './support/faulty-site.js';
import {hurry} from './support/hurry.js';
import {waitUntil} from './support/wait-until.js';

/*
 * Every way in which a server or a network can fail, met by a reader who has just written a comment. After each: what
 * was typed is still there unless the server has it, and no key and no text is stored twice.
 */

const typed = 'Giá lúa năm nay mà giữ được tới cuối vụ thì bà con mừng lắm.';
const both = ['Ý kiến số 2', 'Ý kiến số 1'];

const notLoaded = 'Chưa tải được ý kiến.';
const unreachable = `${notLoaded} Không kết nối được máy chủ.`;
const unreadable = `${notLoaded} Không đọc được câu trả lời.`;
const broken = `${notLoaded} Máy chủ đang gặp lỗi.`;
const slow = `${notLoaded} Máy chủ trả lời quá lâu.`;

const notSent = 'Chưa gửi được ý kiến; nội dung bạn viết vẫn còn đây.';
const unclear = 'Chưa rõ ý kiến của bạn đã tới nơi hay chưa.';
const closed = 'Bài viết không còn nhận ý kiến.';

/** What a list shows: the words of a failure with a retry, or the texts of its comments. */
type Load = [row: number, mode: string, shows: string | string[]];
const loads: Load[] = [
  [2, 'reset0', unreachable],
  [4, '204', []],
  [4, 'emptybody', unreadable],
  [5, 'redirhtml', unreadable],
  [5, 'redirlogin', unreadable],
  [5, 'html', unreadable],
  [5, 'htmlasjson', unreadable],
  [6, 'redircross', unreachable],
  [6, 'redirloop', notLoaded], // twenty redirects, three times: in some browsers that takes too long
  [6, 'redir307', both],
  [7, '400', unreadable],
  [7, '405', unreadable],
  [7, '415', unreadable],
  [8, '401', `${notLoaded} Bạn cần đăng nhập.`],
  [8, '403', `${notLoaded} Bạn không được phép làm việc này.`],
  [12, '429', `${notLoaded} Bạn thao tác quá nhanh. Hãy đợi 1 giây.`],
  [12, '429date', `${notLoaded} Bạn thao tác quá nhanh. Hãy đợi `],
  [12, '429bad', `${notLoaded} Bạn thao tác quá nhanh. Hãy đợi 1 giây.`],
  [12, '429neg', `${notLoaded} Bạn thao tác quá nhanh. Hãy đợi 1 giây.`],
  [13, '500', broken],
  [13, '502', broken],
  [13, '503', broken],
  [13, '503retry', broken],
  [13, '504', broken],
  [13, '520', broken],
  [14, 'slow', both],
  [14, 'hang', slow],
  [15, 'slowbody', slow],
  [15, 'endless', unreadable],
  [16, 'reset', unreadable],
  [16, 'trunc', unreadable],
  [18, 'badjson', unreadable],
  [18, 'utf16', unreadable],
  [18, 'xssi', unreadable],
  [18, 'nullbody', unreadable],
  [18, 'string', unreadable],
  [18, 'number', unreadable],
  [19, 'bom', both],
  [19, 'jsonastext', both],
  [20, 'schema', ['x', 'Ý kiến số 1'].slice(1)],
  [20, 'items_obj', unreadable],
  [20, 'holes', both],
  [21, 'proto', ['x']],
  [21, 'deep', ['x']],
  [22, 'big', unreadable],
  [24, 'dup', both],
  [34, 'flaky', both],
  [35, '304', unreadable],
  [35, 'future', ['Ý kiến số 1']],
];

/** What a form says; whether a retry is offered; and whether the server has the comment. */
type Post = [row: number, mode: string, says: string, retry: boolean, has: boolean];
const posts: Post[] = [
  [2, 'reset0', unclear, true, false],
  [4, 'emptybody', unclear, true, true],
  [5, 'redirhtml', notSent, true, false],
  [5, 'redirlogin', notSent, true, false],
  [5, 'html', notSent, true, false],
  [5, 'htmlasjson', notSent, true, false],
  [6, 'redircross', notSent, true, false],
  [6, 'redirloop', notSent, true, false],
  [6, 'redir307', notSent, true, false],
  [7, '400', 'Máy chủ không nhận ý kiến này.', false, false],
  [7, '405', 'Máy chủ không nhận ý kiến này.', false, false],
  [7, '415', 'Máy chủ không nhận ý kiến này.', false, false],
  [8, '401', `${notSent} Bạn cần đăng nhập.`, true, false],
  [8, '403', `${notSent} Bạn không được phép làm việc này.`, false, false],
  [9, '404', closed, false, false],
  [9, '410', closed, false, false],
  [10, '409', 'Ý kiến này đã được gửi rồi.', false, false],
  [11, '413', 'Ý kiến dài quá', false, false],
  [11, '422', 'Máy chủ không nhận ý kiến này.', false, false],
  [11, '422fields', '<b>Từ không phù hợp</b>', false, false],
  [11, 'toolong', 'Ý kiến dài quá: 42 byte, nhiều nhất là 5.', false, false],
  [12, '429', `${notSent} Bạn thao tác quá nhanh. Hãy đợi 1 giây.`, true, false],
  [12, '429date', `${notSent} Bạn thao tác quá nhanh. Hãy đợi `, true, false],
  [12, '429bad', `${notSent} Bạn thao tác quá nhanh. Hãy đợi 1 giây.`, true, false],
  [12, '429neg', `${notSent} Bạn thao tác quá nhanh. Hãy đợi 1 giây.`, true, false],
  [13, '500', `${notSent} Máy chủ đang gặp lỗi.`, true, false],
  [13, '502', unclear, true, false], // of a proxy: what is behind it may have it
  [13, '503', `${notSent} Máy chủ đang gặp lỗi.`, true, false],
  [13, '503retry', `${notSent} Máy chủ đang gặp lỗi.`, true, false],
  [13, '504', unclear, true, false],
  [13, '520', `${notSent} Máy chủ đang gặp lỗi.`, true, false],
  [14, 'hang', unclear, true, false],
  [15, 'slowbody', unclear, true, true],
  [15, 'endless', unclear, true, true],
  [16, 'reset', unclear, true, true],
  [16, 'trunc', unclear, true, true],
  [17, 'dropafter', unclear, true, true],
  [18, 'badjson', unclear, true, true],
  [18, 'utf16', unclear, true, true],
  [18, 'xssi', unclear, true, true],
  [18, 'nullbody', unclear, true, true],
  [18, 'string', unclear, true, true],
  [18, 'number', unclear, true, true],
];

let article = 0;
const open = (src: string) => ReaderOfComments.open(src, `fault-${++article}`);

/** What holds whatever has happened. */
async function checkInvariants(site: FaultySite, reader: ReaderOfComments): Promise<void> {
  const {stored} = await site.stats();
  const times = (value: string, field: 'key' | 'text') => stored.filter((one) => one[field] === value).length;
  for (const {key, text} of stored) {
    expect(times(key, 'key'), 'a key is stored once').to.equal(1);
    expect(times(text, 'text'), 'a text is stored once').to.equal(1);
  }
  if (!times(typed, 'text')) expect(reader.box.value, 'the text is still there').to.equal(typed);
}

/** Waits until a server may be asked again. */
const mayRetry = (button: HTMLButtonElement) =>
  waitUntil(() => button.ariaDisabled === 'false', 'the wait is over');

describe('faults', () => {
  captureWarnings();
  hurry();
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  describe('of a list', () => {
    for (const [row, mode, shows] of loads) {
      it(`row ${row}: ${mode}`, async () => {
        const site = new FaultySite();
        await site.set({load: mode});
        const reader = await open(site.src);
        reader.type(typed);
        await reader.hasLoaded();
        expect(document.querySelector('#login'), 'nothing of a page is shown').to.equal(null);
        expect(({} as {polluted?: unknown}).polluted).to.equal(undefined);
        if (typeof shows !== 'string') {
          expect([reader.texts, reader.listError]).to.deep.equal([shows, '']);
          expect(reader.element.state).to.equal(shows.length ? 'ready' : 'empty');
        } else {
          expect(reader.element.state).to.equal('error');
          expect(reader.listError).to.contain(shows);
          expect(reader.texts, 'no half list').to.deep.equal([]);
          expect(reader.listRetry.hidden).to.equal(false);
          await mayRetry(reader.listRetry);
          await site.set({load: 'ok'});
          reader.listRetry.click();
          await waitUntil(() => reader.texts.length === 2, 'the retry works');
          expect(reader.listError).to.equal('');
        }
        await checkInvariants(site, reader);
      });
    }

    it('row 1: offline, and loads once when the network is back', async () => {
      const site = new FaultySite();
      await site.set({load: 'reset0'});
      Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
      const reader = await open(site.src);
      reader.type(typed);
      try {
        await reader.hasLoaded();
        expect(reader.listError).to.equal(`${notLoaded} Không có kết nối mạng.`);
        await reader.posts();
      } finally {
        delete (navigator as {onLine?: boolean}).onLine;
      }
      await site.set({load: 'ok'});
      const before = (await site.stats()).requests.length;
      dispatchEvent(new Event('online'));
      dispatchEvent(new Event('online'));
      await waitUntil(() => reader.element.state === 'ready', 'it loads');
      dispatchEvent(new Event('online'));
      await aTimeout(50);
      expect((await site.stats()).requests.length - before, 'once').to.equal(1);
      await checkInvariants(site, reader);
    });

    it('row 3: another origin that does not let the page in', async () => {
      const site = new FaultySite();
      const reader = await open(await site.foreignSrc());
      reader.type(typed);
      await reader.hasLoaded();
      expect(reader.listError).to.equal(unreachable);
      expect(await reader.send()).to.equal('failed');
      expect(reader.formError).to.contain(unclear);
      await checkInvariants(site, reader);
      await site.set({cors: true});
      reader.listRetry.click();
      await waitUntil(() => reader.texts.length === 2, 'the retry works');
      await reader.posts(reader.formRetry);
      await checkInvariants(site, reader);
    });

    it('row 9: 404 and 410 close the comments', async () => {
      for (const load of ['404', '410']) {
        const site = new FaultySite();
        await site.set({load});
        const reader = await open(site.src);
        reader.type(typed);
        const reason = reader.element.shadowRoot!.querySelector<HTMLElement>("[part='closed']")!;
        const region = reason.closest<HTMLElement>("[role='status']")!;
        expect(reason.checkVisibility(), 'a screen reader listens before there is something to say').to.equal(
          false,
        );
        expect(region.getClientRects(), 'and nobody sees a gap').to.have.length(0);
        await reader.hasLoaded();
        expect(reader.element.state).to.equal('closed');
        expect(reason.innerText).to.equal(closed);
        expect([region.contains(reason), reason.checkVisibility()], 'and hears it').to.deep.equal([
          true,
          true,
        ]);
        expect(reader.box.checkVisibility(), 'what was typed can be seen').to.equal(true);
        await checkInvariants(site, reader);
      }
    });

    it('row 12: the longest wait is five minutes, and is counted down', async () => {
      const site = new FaultySite();
      await site.set({load: '429huge'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      expect(reader.listError).to.contain('Hãy đợi 300 giây.');
      expect(reader.listRetry.textContent!.replace(/\s+/g, ' ').trim()).to.match(/^Thử lại \((300|299)\)$/);
      reader.type(typed);
      const before = (await site.stats()).requests.length;
      dispatchEvent(new Event('online'));
      reader.listRetry.click();
      await waitUntil(() => /\(29\d\)/.test(reader.listRetry.textContent!), 'it counts');
      expect((await site.stats()).requests.length, 'nobody asks meanwhile').to.equal(before);
      await checkInvariants(site, reader);
    });

    it('row 13: a server that says when is not asked before', async () => {
      const site = new FaultySite();
      await site.set({load: '503retry'});
      const reader = await open(site.src);
      reader.type(typed);
      await reader.hasLoaded();
      expect(reader.listRetry.textContent!.replace(/\s+/g, ' ').trim()).to.match(/^Thử lại \([12]\)$/);
      expect((await site.stats()).requests, 'no try in between').to.have.length(1);
      await checkInvariants(site, reader);
    });

    it('row 13: two failures in a row pass unseen', async () => {
      const site = new FaultySite();
      await site.set({load: '503', times: 2});
      const reader = await open(site.src);
      reader.type(typed);
      await reader.hasLoaded();
      expect([reader.element.state, reader.texts]).to.deep.equal(['ready', both]);
      expect((await site.stats()).requests).to.have.length(3);
      await checkInvariants(site, reader);
    });

    it('row 19: letters of another encoding become strange, and nothing worse', async () => {
      const site = new FaultySite();
      await site.set({load: 'latin1'});
      const reader = await open(site.src);
      reader.type(typed);
      await reader.hasLoaded();
      expect(reader.texts).to.deep.equal(['caf\uFFFD']);
      await checkInvariants(site, reader);
    });

    it('row 23: 10,000 at once are shown from frame to frame, and do not hold the page up', async () => {
      const site = new FaultySite();
      await site.set({load: 'many'});
      const reader = await open(site.src);
      reader.type(typed);
      await reader.hasLoaded();
      expect(reader.texts.length).to.be.at.least(50);
      let [before, most] = [0, 0];
      for (let frames = 0; frames < 30; frames++) {
        await nextFrame();
        const shown = reader.texts.length;
        most = Math.max(most, shown - before);
        before = shown;
      }
      expect(most, 'rows of one frame').to.be.below(2500);
      await waitUntil(() => reader.texts.length > 200, 'the rows after the first');
      await checkInvariants(site, reader);
      reader.element.remove();
    });

    it('row 25: an answer that comes too late is not shown', async () => {
      const [late, right] = [new FaultySite(), new FaultySite()];
      await late.set({load: 'slow'});
      const reader = await open(late.src);
      reader.type(typed);
      await right.set({load: 'proto'});
      reader.element.src = right.src;
      await reader.hasLoaded();
      await aTimeout(500);
      expect(reader.texts).to.deep.equal(['x']);
      await checkInvariants(late, reader);
      await checkInvariants(right, reader);
      reader.element.remove();
    });
  });

  describe('of a comment on its way', () => {
    for (const [row, mode, says, retry, has] of posts) {
      it(`row ${row}: ${mode}`, async () => {
        const site = new FaultySite();
        await site.set({post: mode});
        const reader = await open(site.src);
        await reader.hasLoaded();
        reader.type(typed);
        expect(await reader.send()).to.equal('failed');
        expect(reader.formError).to.contain(says);
        expect(reader.formRetry.hidden).to.equal(!retry);
        expect(reader.box.value).to.equal(typed);
        await checkInvariants(site, reader);
        expect((await site.stats()).stored).to.have.length(has ? 1 : 0);

        await mayRetry(reader.formRetry);
        await site.set({post: 'ok'});
        if (mode === 'toolong') return; // the box counts by the server's limit now
        await reader.posts(retry ? reader.formRetry : undefined);
        expect(reader.box.value).to.equal('');
        expect(reader.texts.filter((text) => text === typed)).to.have.length(1);
        const {stored, requests} = await site.stats();
        expect(stored.map(({text}) => text)).to.deep.equal([typed]);
        const keys = requests.filter(({method}) => method === 'POST').map(({key}) => key);
        expect(new Set(keys).size, 'one key for every try').to.equal(1);
        await checkInvariants(site, reader);
      });
    }

    it('row 4: 204 means taken', async () => {
      const site = new FaultySite();
      await site.set({post: '204'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      await reader.posts();
      expect(reader.status).to.equal('Ý kiến của bạn đã được gửi.');
      expect(reader.texts[0]).to.equal(typed);
      await checkInvariants(site, reader);
    });

    it('row 8: the same key after the reader has logged in, which takes the page away', async () => {
      const site = new FaultySite();
      await site.set({post: '401'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      await reader.send();
      reader.element.remove();
      await site.set({post: 'ok'});
      const again = await ReaderOfComments.open(site.src, `fault-${article}`);
      await again.hasLoaded();
      expect(again.box.value).to.equal(typed);
      await again.posts();
      const keys = (await site.stats()).requests.flatMap(({key}) => key ?? []);
      expect([keys.length, new Set(keys).size]).to.deep.equal([2, 1]);
      await checkInvariants(site, again);
    });

    it('row 10: 409 for a comment that it has means sent', async () => {
      const site = new FaultySite();
      await site.set({post: 'dropafter', load: 'kept'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      expect(await reader.send()).to.equal('failed');
      expect(reader.formError).to.contain(unclear);
      await site.set({post: '409', load: 'kept'});
      await reader.posts(reader.formRetry);
      expect([reader.status, reader.box.value]).to.deep.equal(['Ý kiến của bạn đã được gửi.', '']);
      expect(reader.texts.filter((text) => text === typed)).to.have.length(1);
      await checkInvariants(site, reader);
    });

    it('row 14: says that it is sending, and then that it has', async () => {
      const site = new FaultySite();
      await site.set({post: 'slow'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      const sent = reader.posts();
      await reader.form.updateComplete;
      expect(reader.status).to.equal('Đang gửi…');
      await sent;
      await checkInvariants(site, reader);
    });

    it('row 25: goes on when the comments leave the page', async () => {
      const site = new FaultySite();
      await site.set({post: 'slow'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      const sent = reader.posts();
      reader.element.remove();
      await sent;
      expect((await site.stats()).stored).to.have.length(1);
      await checkInvariants(site, reader);
    });

    it('row 26: one request for a double click and Enter together', async () => {
      const site = new FaultySite();
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      const button = reader.form.shadowRoot!.querySelector<HTMLElement>("[part='submit-button']")!;
      button.click();
      button.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true}));
      await reader.send(button);
      await aTimeout(100);
      const {requests, stored} = await site.stats();
      expect(requests.filter(({method}) => method === 'POST')).to.have.length(1);
      expect(stored).to.have.length(1);
      await checkInvariants(site, reader);
    });

    it('row 31: held for approval', async () => {
      const site = new FaultySite();
      await site.set({post: 'held'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      await reader.posts();
      expect(reader.status).to.equal('Ý kiến của bạn đã được gửi và đang chờ duyệt.');
      expect(reader.box.value).to.equal('');
      await checkInvariants(site, reader);
    });

    it("row 32: the server's version is shown", async () => {
      const site = new FaultySite();
      await site.set({post: 'changed'});
      const reader = await open(site.src);
      await reader.hasLoaded();
      reader.type(typed);
      await reader.posts();
      expect(reader.texts[0]).to.equal(`${typed} (đã sửa)`);
      expect(reader.box.value).to.equal('');
      await checkInvariants(site, reader);
    });

    it('row 34: one answer in three', async () => {
      const site = new FaultySite();
      const reader = await open(site.src);
      await reader.hasLoaded();
      await site.set({post: 'flaky'});
      reader.type(typed);
      while ((await reader.send()) === 'failed') await checkInvariants(site, reader);
      expect((await site.stats()).stored.map(({text}) => text)).to.deep.equal([typed]);
      await checkInvariants(site, reader);
    });
  });
});

import {expect, oneEvent} from '@open-wc/testing';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
import type {ArticleCommentForm} from '../../src/article-comment-form/article-comment-form.js';
import {FaultySite, ReaderOfComments} from './support/faulty-site.js';
import {waitUntil} from './support/wait-until.js';

/*
 * The faults that take a whole page: reloads, crashes, two tabs, storage that is full or blocked. A frame is a page that
 * a test can reload and take away, in every browser. After each: what was typed is still there unless the server has it,
 * and no key and no text is stored twice.
 */

const typed = 'Giá lúa năm nay mà giữ được tới cuối vụ thì bà con mừng lắm.';
const sent = 'Ý kiến của bạn đã được gửi.';
const putBack = 'Đã đưa lại nội dung bạn chưa gửi.';
const unclear = 'Chưa rõ ý kiến của bạn đã tới nơi hay chưa.';

/** Waits for something in a page; beside other work such a page may take seconds to load. */
const until = (condition: () => unknown, message: string) => waitUntil(() => Boolean(condition()), message);

const pageOf = (site: FaultySite, article: string, more: Record<string, string> = {}) =>
  new URL(
    `./support/frame.html?${new URLSearchParams({src: site.src, article, ...more}).toString()}`,
    import.meta.url,
  ).href;

/** A frame in sight: what cannot be seen has no frames to be drawn in. */
function drawFrame(src: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Bài báo';
  frame.width = '600';
  frame.height = '400';
  frame.src = src;
  return frame;
}

/** A page of comments, with its reader. */
class Page {
  readonly frame: HTMLIFrameElement;
  reader!: ReaderOfComments;

  constructor(src: string) {
    this.frame = drawFrame(src);
  }

  static async open(site: FaultySite, article: string, more?: Record<string, string>): Promise<Page> {
    const page = new Page(pageOf(site, article, more));
    document.body.append(page.frame);
    await page.#hasCome();
    return page;
  }

  get window() {
    return this.frame.contentWindow as Window & typeof globalThis;
  }

  /** What stands in the box. */
  get text(): string {
    return this.reader.box.value;
  }

  get submitButton(): HTMLButtonElement {
    return this.reader.form.shadowRoot!.querySelector("[part='submit-button']")!;
  }

  async reload(): Promise<void> {
    this.window.location.reload();
    await this.#hasCome();
  }

  async back(): Promise<void> {
    history.back();
    await this.#hasCome();
  }

  /** Closes the tab, as it were. */
  close(): void {
    this.frame.remove();
  }

  /** Whether the browser would ask before this page is left. */
  get asksBeforeItGoes(): boolean {
    return !this.window.dispatchEvent(new Event('beforeunload', {cancelable: true}));
  }

  /** Waits until the page and its list stand, and what was kept is back. */
  async #hasCome(): Promise<void> {
    await oneEvent(this.frame, 'load');
    this.frame.scrollIntoView();
    const element = this.window.document.querySelector<ArticleComments>('article-comments')!;
    this.reader = new ReaderOfComments(element);
    await until(() => element.shadowRoot?.querySelector('article-comment-form')?.shadowRoot, 'a form');
    await this.reader.form.updateComplete;
    await this.reader.box.updateComplete;
    await this.reader.hasLoaded();
    await this.reader.form.updateComplete;
  }
}

const posts = async (site: FaultySite) =>
  (await site.stats()).requests.filter(({method}) => method === 'POST');

let articles = 0;
let article: string;
let errors: string[] = [];

/**
 * What holds whatever has happened: each text is on the server, once and under one key, or in one of the boxes. And no
 * page had an error that nobody looked after.
 */
async function checkInvariants(site: FaultySite, texts: string[], ...boxes: string[]): Promise<void> {
  const {stored} = await site.stats();
  expect(errors, 'errors in the pages').to.deep.equal([]);
  const keys = stored.map(({key}) => key);
  expect(new Set(keys).size, 'no key is stored twice').to.equal(keys.length);
  for (const text of texts) {
    const times = stored.filter((one) => one.text === text).length;
    expect(times, `"${text}" is stored at most once`).to.be.at.most(1);
    if (!times) expect(boxes, `"${text}" is still there`).to.include(text);
    const tries = (await posts(site)).filter((post) => JSON.parse(post.text).text === text);
    expect(new Set(tries.map(({key}) => key)).size, `one key for "${text}"`).to.be.at.most(1);
  }
}

describe('faults of whole pages', () => {
  let site: FaultySite;

  const listen = ({data}: MessageEvent<{article?: string; error?: string}>): void => {
    if (data?.article === article && data.error) errors.push(data.error);
  };

  beforeEach(() => {
    localStorage.clear();
    site = new FaultySite();
    article = `frame-${++articles}`;
    errors = [];
    addEventListener('message', listen);
  });

  afterEach(() => {
    removeEventListener('message', listen);
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
    localStorage.clear();
  });

  const open = (more?: Record<string, string>) => Page.open(site, article, more);
  const check = (page: Page) => checkInvariants(site, [typed], page.text);

  it('row 1: a comment that is sent without a network stays, and goes out afterwards', async () => {
    const page = await open();
    const {reader} = page;
    await site.set({post: 'reset0'});
    Object.defineProperty(page.window.navigator, 'onLine', {value: false, configurable: true});
    reader.type(typed);
    expect(await reader.send()).to.equal('failed');
    expect(reader.formError).to.contain('Không có kết nối mạng.');
    expect(page.text).to.equal(typed);
    await check(page);

    const before = (await posts(site)).length;
    await site.set({post: 'ok'});
    delete (page.window.navigator as {onLine?: boolean}).onLine;
    page.window.dispatchEvent(new Event('online'));
    await reader.posts(reader.formRetry);
    expect((await posts(site)).length - before, 'by the press alone').to.equal(1);
    expect([reader.status, reader.formError, page.text]).to.deep.equal([sent, '', '']);
    expect((await site.stats()).stored.map(({text}) => text)).to.deep.equal([typed]);
    await check(page);
  });

  it('row 3: another origin that lets comments be read but not sent', async () => {
    await site.set({cors: true});
    const page = await open({src: await site.foreignSrc()});
    const said: string[] = [];
    page.window.console.warn = (text: string) => said.push(text);
    await site.set({cors: false});
    page.reader.type(typed);
    expect(await page.reader.send()).to.equal('failed');
    expect(page.reader.formError).to.contain(unclear);
    expect(said.join(), 'the developer is told').to.match(/^\[article-widgets\] http\S+ .*\(CORS\)$/);
    await check(page);
    await site.set({cors: true});
    await page.reader.posts(page.reader.formRetry);
    await check(page);
  });

  it('rows 17 and 28: an unknown outcome, a reload, and the same key again', async () => {
    await site.set({post: 'dropafter'});
    const page = await open();
    page.reader.type(typed);
    expect(await page.reader.send()).to.equal('failed');
    expect(page.reader.formError).to.contain(unclear);
    await check(page);

    await page.reload();
    await until(() => page.reader.status === putBack, 'it says that the text is back');
    expect(page.text).to.equal(typed);
    await site.set({post: 'ok'});
    expect(await page.reader.send()).to.equal('posted');
    const {stored} = await site.stats();
    expect(stored.map(({text}) => text)).to.deep.equal([typed]);
    const keys = (await posts(site)).map(({key}) => key);
    expect(keys.length, 'tries').to.be.at.least(2);
    expect([...new Set(keys)], 'one key for every try').to.deep.equal([stored[0].key]);
    await check(page);

    await page.reload();
    expect([page.text, page.reader.status], 'what was sent does not come back').to.deep.equal(['', '']);
  });

  it('rows 10 and 17: an unknown outcome, a reload, and a server that has the comment and says so', async () => {
    await site.set({post: 'dropafter', load: 'kept'});
    const page = await open();
    page.reader.type(typed);
    expect(await page.reader.send()).to.equal('failed');
    await page.reload();
    expect(page.text).to.equal(typed);
    await site.set({post: '409', load: 'kept'});
    await page.reader.posts();
    expect([page.reader.status, page.text]).to.deep.equal([sent, '']);
    expect(page.reader.texts.filter((text) => text === typed)).to.have.length(1);
    await check(page);
    await page.reload();
    expect([page.text, page.reader.status], 'what was sent does not come back').to.deep.equal(['', '']);
  });

  it('row 28: a page that is left while it sends keeps the text and its key', async () => {
    await site.set({post: 'hang'});
    const page = await open();
    page.reader.type(typed);
    page.submitButton.click();
    await until(() => page.reader.status === 'Đang gửi…', 'it sends');
    let tries: {key?: string}[] = [];
    const arrived = async (): Promise<boolean> => (tries = await posts(site)).length > 0;
    await waitUntil(arrived, 'the server hears of it');
    await page.reload();
    expect(page.text).to.equal(typed);
    await check(page);
    await site.set({post: 'ok'});
    expect(await page.reader.send()).to.equal('posted');
    expect((await site.stats()).stored.map(({key}) => key)).to.deep.equal([tries[0].key]);
    await check(page);
  });

  it('row 28: a reload in mid-sentence loses nothing', async () => {
    const page = await open();
    page.reader.type(typed);
    await page.reload();
    await until(() => page.reader.status === putBack, 'it says that the text is back');
    expect(page.text).to.equal(typed);
    await check(page);
  });

  it('row 28: who goes on to another page and comes back finds the sentence again', async () => {
    const page = await open();
    page.reader.type(typed);
    const gone = oneEvent(page.frame, 'load');
    page.window.location.href = 'about:blank';
    await gone;
    await page.back();
    await until(() => page.reader.status === putBack, 'it says that the text is back');
    expect(page.text).to.equal(typed);
    await check(page);
    await page.reader.posts();
    await check(page);
  });

  it('row 28: a crash in mid-sentence costs less than half a second of typing', async () => {
    const page = await open({dies: ''});
    // Time is counted by the timers of the page that dies: when the machine is slow, it is slow for both.
    const pause = 100;
    const history = [''];
    while (history.length <= 12) {
      history.push(`${history.at(-1)}lúa `);
      page.reader.type(history.at(-1)!);
      await new Promise((resolve) => page.window.setTimeout(resolve, pause));
    }
    page.reader.type(`${history.at(-1)}và chữ cuối`);
    page.close();

    const after = await open();
    const sure = history.at(-1 - 500 / pause)!;
    expect(sure.length).to.be.above(20);
    expect(after.text.startsWith(sure.trim()), `kept "${after.text}" of "${history.at(-1)}"`).to.equal(true);
    expect(after.text, 'it was a crash, and no farewell').not.to.contain('chữ cuối');
    const kept = after.text;
    expect(await after.reader.send()).to.equal('posted');
    expect((await site.stats()).stored.map(({text}) => text)).to.deep.equal([kept]);
    await checkInvariants(site, [kept], after.text);
  });

  it('a reload while an answer is being written opens its form again', async () => {
    const page = await open();
    const answerOf = () =>
      page.reader.element.shadowRoot!.querySelector<ArticleCommentForm>("[part='reply-form']");
    const boxOf = () => answerOf()?.shadowRoot?.querySelector('article-comment-box');
    const button = () =>
      page.reader.element.shadowRoot!.querySelector<HTMLElement>("#comment-1 [part='reply-button']");
    await until(button, 'a button to answer with');
    button()!.click();
    await until(() => boxOf()?.field, 'a form for the answer');
    boxOf()!.value = typed;
    boxOf()!.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await page.reload();
    await until(() => boxOf()?.value === typed, 'the answer is back');
    await until(() => answerOf()!.checkVisibility(), 'it can be seen');
    expect(button()!.ariaExpanded).to.equal('true');
    expect(page.window.document.activeElement!.localName, 'the focus is left alone').to.equal('body');
    expect(page.text, 'the other box is empty').to.equal('');
    await checkInvariants(site, [typed], boxOf()!.value);
  });

  it('rows 12 and 26: one request for a double click, and none while the server wants to be left alone', async () => {
    await site.set({post: '429s'});
    const page = await open();
    const {reader, submitButton} = page;
    const pressAll = (): void => {
      submitButton.click();
      submitButton.click();
      reader.formRetry.click();
      const enter = {key: 'Enter', ctrlKey: true, bubbles: true, composed: true};
      reader.box.dispatchEvent(new KeyboardEvent('keydown', enter));
    };
    // An impatient reader, who presses everything whenever the page says something else while it cannot be sent. By the
    // clock of a busy machine the wait could be over before anybody has pressed.
    const presses: string[] = [];
    const impatient = new page.window.MutationObserver(() => {
      if (reader.formRetry.ariaDisabled !== 'true') return;
      presses.push(reader.formRetry.textContent!.replace(/\s+/g, ' ').trim());
      pressAll();
    });
    const everything = {attributes: true, characterData: true, childList: true, subtree: true};
    impatient.observe(reader.form.shadowRoot!, everything);

    reader.type(typed);
    pressAll();
    await until(() => reader.formError.includes('Hãy đợi 2 giây.'), 'it says how long');
    await site.set({post: 'ok'});
    await until(() => reader.formRetry.ariaDisabled === 'false', 'the wait is over');
    expect(presses, 'pressed while it counted').to.include('Thử lại (2)');
    expect((await posts(site)).length, 'one request so far').to.equal(1);
    expect(page.text).to.equal(typed);
    await check(page);

    pressAll();
    await until(() => reader.status === sent, 'it has been sent');
    impatient.disconnect();
    expect((await posts(site)).length, 'and one more').to.equal(2);
    expect([reader.formError, page.text]).to.deep.equal(['', '']);
    await check(page);
  });

  describe('row 29: storage that is full, or blocked', () => {
    /** Leaves no room for a single letter more. */
    function fillStorage(): void {
      for (let size = 2 ** 22; size >= 1;) {
        try {
          localStorage.setItem(`full-${size}-${localStorage.length}`, 'x'.repeat(size));
        } catch {
          size = Math.floor(size / 2);
        }
      }
    }

    afterEach(() => localStorage.clear());

    for (const state of ['full', 'blocked']) {
      it(`${state}: a comment can be sent, and the browser asks before its text is lost`, async () => {
        if (state === 'full') fillStorage();
        const page = await open({storage: state});
        if (state === 'blocked') expect(() => page.window.localStorage).to.throw('blocked');
        expect(page.asksBeforeItGoes, 'an empty box is no reason to ask').to.equal(false);
        page.reader.type(typed);
        await until(() => page.asksBeforeItGoes, 'the browser asks');
        const kept = Object.keys(localStorage).filter((key) => key.includes('draft'));
        expect(kept, 'nothing could be kept indeed').to.deep.equal([]);
        expect(page.text).to.equal(typed);
        await check(page);
        await page.reader.posts();
        expect([page.reader.status, page.text]).to.deep.equal([sent, '']);
        expect(page.asksBeforeItGoes, 'nothing can be lost any more').to.equal(false);
        expect((await site.stats()).stored.map(({text}) => text)).to.deep.equal([typed]);
        await check(page);
      });
    }

    it('a frame without an origin: a comment can be sent, and the browser asks before its text is lost', async () => {
      await site.set({cors: true});
      const frame = drawFrame(pageOf(site, article, {src: await site.foreignSrc(), types: typed}));
      frame.setAttribute('sandbox', 'allow-scripts allow-forms');
      const told = new Promise<object>((resolve) => {
        addEventListener('message', function hear({data, source}: MessageEvent<{told?: object}>) {
          if (source !== frame.contentWindow || !data.told) return;
          removeEventListener('message', hear);
          resolve(data.told);
        });
      });
      document.body.append(frame);
      expect(await told).to.deep.equal({
        storage: 'SecurityError',
        texts: 2,
        asksForNothing: false,
        kept: typed,
        end: 'posted',
        text: '',
        asksAfterwards: false,
      });
      await checkInvariants(site, [typed]);
      expect((await site.stats()).stored.map(({text}) => text)).to.deep.equal([typed]);
    });

    it('a text that could not be kept is kept as soon as there is room', async () => {
      fillStorage();
      const page = await open();
      page.reader.type(typed);
      await until(() => page.asksBeforeItGoes, 'the browser asks');
      localStorage.clear();
      expect(page.asksBeforeItGoes, 'there is room').to.equal(false);
      expect(Object.values(localStorage).join()).to.contain(`"${typed}"`);
      expect(page.text).to.equal(typed);
      await check(page);
    });
  });

  describe('row 30: two tabs', () => {
    const [one, two] = ['Tab một viết tiếp', 'Tab hai'];

    /** Two pages of the same article, in both of which something was typed, in turn. */
    async function openBoth(): Promise<[Page, Page]> {
      const [first, second] = [await open(), await open()];
      first.reader.type('Tab một');
      await isKept('Tab một');
      second.reader.type(two);
      await isKept(two);
      first.reader.type(one);
      await isKept(one);
      expect([first.text, second.text]).to.deep.equal([one, two]);
      return [first, second];
    }

    const kept = (): string => Object.values(localStorage).join();
    const isKept = (text: string) => until(() => kept().includes(`"${text}"`), `"${text}" is kept`);

    it('do not overwrite each other, and what was left is offered one after the other', async () => {
      const [first, second] = await openBoth();
      expect([kept().includes(`"${one}"`), kept().includes(`"${two}"`)]).to.deep.equal([true, true]);
      first.close();
      second.close();

      const page = await open();
      expect(page.text, 'the last one first').to.equal(one);
      expect(await page.reader.send()).to.equal('posted');
      await page.reload();
      expect(page.text, 'the other text is there too').to.equal(two);
      await checkInvariants(site, [one, two], page.text);
      expect(await page.reader.send()).to.equal('posted');
      await page.reload();
      expect([page.text, page.reader.status], 'each is offered once').to.deep.equal(['', '']);
      expect((await site.stats()).stored.map(({text}) => text)).to.deep.equal([one, two]);
      await checkInvariants(site, [one, two]);
    });

    it('that are given the same text back and both send it store it once', async () => {
      const [first, second] = await openBoth();
      await first.reload();
      second.close();
      const third = await open();
      const {text} = first;
      expect(third.text).to.equal(text);
      expect(await first.reader.send()).to.equal('posted');
      expect(await third.reader.send()).to.equal('posted');
      expect((await site.stats()).stored.map((one) => one.text)).to.deep.equal([text]);
    });

    it('that are reloaded lose neither text', async () => {
      const [first, second] = await openBoth();
      await first.reload();
      await second.reload();
      expect([first.text, kept().includes(`"${two}"`)]).to.deep.equal([one, true]);
      expect(await first.reader.send()).to.equal('posted');
      await first.reload();
      await second.reload();
      expect([first.text, second.text]).to.deep.equal([two, two]);
      await checkInvariants(site, [one, two], first.text, second.text);
      expect(await second.reader.send()).to.equal('posted');
      await first.reload();
      expect([first.text, second.text], 'each was offered until it was sent').to.deep.equal(['', '']);
      expect((await site.stats()).stored.map(({text}) => text)).to.deep.equal([one, two]);
      await checkInvariants(site, [one, two]);
    });
  });
});

import {aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/article-comment-form/article-comment-form.js';
import type {
  ArticleCommentFailedEvent,
  ArticleCommentForm,
  ArticleCommentPostedEvent,
  ArticleCommentSubmitEvent,
} from '../../src/article-comment-form/article-comment-form.js';
import {CommentError, type Comment, type CommentErrorKind} from '../../src/comments/index.js';
import {comment, deepFocus, deferred} from './support/comments.js';
import {shownText} from './support/shown-text.js';
import {pressTogether} from './support/keys.js';
import {captureWarnings} from './support/warnings.js';

type Box = HTMLElement & {value: string; updateComplete: Promise<unknown>};

const part = <T extends HTMLElement = HTMLElement>(el: Element, name: string) =>
  el.shadowRoot!.querySelector<T>(`[part='${name}']`)!;
const boxOf = (el: Element) => (el.querySelector('article-comment-box') ?? part(el, 'box')) as Box;
const press = (el: Element) => (part(el, 'submit-button') ?? el.querySelector('button')!).click();
const words = (el: Element, name: string) => part(el, name).textContent!.trim();

/** What a test's server was sent, and how it answers. */
function answer(el: HTMLElement, respond: (event: ArticleCommentSubmitEvent) => Promise<Comment>) {
  const sent: ArticleCommentSubmitEvent[] = [];
  el.addEventListener('article-comment-submit', (event) => {
    sent.push(event);
    event.respondWith(respond(event));
  });
  return sent;
}

const takes =
  (more: Partial<Comment> = {}) =>
  async (event: ArticleCommentSubmitEvent) =>
    comment('new', {text: event.text, ...more});
const fails =
  (kind: CommentErrorKind, details = {}) =>
  async () => {
    throw new CommentError(kind, details);
  };

async function draw(markup = html`<article-comment-form lang="vi"></article-comment-form>`) {
  const el = await fixture<ArticleCommentForm>(markup);
  await boxOf(el)?.updateComplete;
  return el;
}

/** Sends a text and waits until the form has said what became of it. */
async function send(el: ArticleCommentForm, text?: string): Promise<Event> {
  if (text !== undefined) boxOf(el).value = text;
  const done = Promise.race([oneEvent(el, 'article-comment-posted'), oneEvent(el, 'article-comment-failed')]);
  press(el);
  const event = await done;
  await el.updateComplete;
  return event;
}

describe('<article-comment-form>', () => {
  const warnings = captureWarnings();
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  describe('draws its own form', () => {
    it('is accessible, and says who comments', async () => {
      const el = await draw();
      await expect(el).to.be.accessible();
      expect(words(el, 'author')).to.equal('Khách');
      expect(words(el, 'submit-button')).to.equal('Gửi ý kiến');
      expect(shownText(el)).to.contain('0 / 500 ký tự');
    });

    it('speaks the language around it', async () => {
      const el = await draw(html`<article-comment-form lang="en"></article-comment-form>`);
      expect(words(el, 'author')).to.equal('Guest');
      el.lang = 'vi';
      await aTimeout(0);
      await el.updateComplete;
      expect(words(el, 'author')).to.equal('Khách');
    });

    it('shows the name of a signed-in reader as it is, and asks for nothing', async () => {
      const el = await draw(
        html`<article-comment-form user-name="<b>Guest</b>" ask-name ask-email></article-comment-form>`,
      );
      expect(words(el, 'author')).to.equal('<b>Guest</b>');
      expect(el.shadowRoot!.querySelector('input')).to.equal(null);
      const sent = answer(el, takes());
      await send(el, 'Chào');
      expect(sent[0]!.author).to.deep.equal({name: '<b>Guest</b>', email: undefined});
    });

    it('asks guests for name and e-mail when told to', async () => {
      const el = await draw(html`<article-comment-form lang="vi" ask-name ask-email></article-comment-form>`);
      await expect(el).to.be.accessible();
      const [name, email] = el.shadowRoot!.querySelectorAll('input');
      expect([name!.autocomplete, email!.autocomplete]).to.deep.equal(['name', 'email']);
      [name!.value, email!.value] = [' Lan ', 'lan@example.com'];
      const sent = answer(el, takes());
      await send(el, 'Chào');
      expect(sent[0]!.author).to.deep.equal({name: 'Lan', email: 'lan@example.com'});
      const next = await draw(html`<article-comment-form ask-name></article-comment-form>`);
      expect(next.shadowRoot!.querySelector('input')!.value, 'the name is remembered').to.equal('Lan');
      expect(words(next, 'author')).to.equal('Lan');
      expect(JSON.stringify({...localStorage}), 'the e-mail is not').not.to.contain('example.com');
    });

    it('passes its limit to the box', async () => {
      const el = await draw(html`<article-comment-form maxlength="20"></article-comment-form>`);
      expect(boxOf(el).getAttribute('maxlength')).to.equal('20');
    });

    it('takes properties set before it is upgraded', async () => {
      const el = document.createElement('article-comment-form');
      el.userName = 'Lan';
      el.maxlength = 7;
      document.body.append(el);
      await el.updateComplete;
      expect(words(el, 'author')).to.equal('Lan');
      expect(part(el, 'box').getAttribute('maxlength')).to.equal('7');
      el.remove();
    });
  });

  describe('sends', () => {
    it('text, parent and key; then it clears the box and says so', async () => {
      const el = await draw(html`<article-comment-form lang="vi" parent-id="7"></article-comment-form>`);
      const sent = answer(el, takes());
      const event = (await send(el, 'To\u0302i\r\nnghĩ')) as ArticleCommentPostedEvent;
      expect(event.type).to.equal('article-comment-posted');
      expect(event.comment.id).to.equal('new');
      expect(sent[0]!.text, 'as it was counted').to.equal('Tôi\nnghĩ');
      expect(sent[0]!.parentId).to.equal('7');
      expect(sent[0]!.idempotencyKey).to.have.length(32);
      expect(boxOf(el).value).to.equal('');
      expect(words(el, 'status')).to.equal('Ý kiến của bạn đã được gửi.');
      expect(part(el, 'status').getAttribute('role')).to.equal('status');
      await expect(el).to.be.accessible();
    });

    it('and says when a comment waits for approval', async () => {
      const el = await draw();
      answer(el, takes({status: 'pending'}));
      await send(el, 'Chào');
      expect(words(el, 'status')).to.equal('Ý kiến của bạn đã được gửi và đang chờ duyệt.');
    });

    it('once, however often it is told to', async () => {
      const el = await draw();
      const {promise, resolve} = deferred<Comment>();
      const sent = answer(el, () => promise);
      boxOf(el).value = 'Chào';
      press(el);
      press(el);
      part<HTMLFormElement>(el, 'form').requestSubmit();
      await aTimeout(0);
      press(el);
      expect(sent).to.have.length(1);
      expect(words(el, 'status')).to.equal('Đang gửi…');
      const done = oneEvent(el, 'article-comment-posted');
      resolve(comment('1'));
      await done;
      expect(sent).to.have.length(1);
    });

    it('without throwing the focus away while it is busy', async () => {
      const el = await draw();
      const {promise, resolve} = deferred<Comment>();
      answer(el, () => promise);
      boxOf(el).value = 'Chào';
      part(el, 'submit-button').focus();
      press(el);
      await nextFrame();
      expect(part(el, 'submit-button').getAttribute('aria-disabled')).to.equal('true');
      expect(deepFocus()).to.equal(part(el, 'submit-button'));
      resolve(comment('1'));
      await oneEvent(el, 'article-comment-posted');
      await el.updateComplete;
      expect(part(el, 'submit-button').hasAttribute('aria-disabled')).to.equal(false);
      expect(deepFocus()).to.equal(part(el, 'submit-button'));
    });

    it('by Ctrl+Enter, and never inside a composition', async () => {
      const el = await draw();
      const sent = answer(el, takes());
      boxOf(el).focus();
      await sendKeys({type: 'Chào'});
      const enter = (init: KeyboardEventInit) =>
        deepFocus()!.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            bubbles: true,
            composed: true,
            cancelable: true,
            ...init,
          }),
        );
      enter({});
      enter({ctrlKey: true, isComposing: true});
      enter({ctrlKey: true, keyCode: 229});
      enter({metaKey: true, isComposing: true});
      expect(sent).to.have.length(0);
      await pressTogether('Control', 'Enter');
      expect(sent).to.have.length(1);
      expect(sent[0]!.text).to.equal('Chào');
    });

    it('keeps Enter in a name field to itself while a word is being composed', async () => {
      const el = await draw(html`<article-comment-form ask-name></article-comment-form>`);
      const input = el.shadowRoot!.querySelector('input')!;
      const enter = (init: KeyboardEventInit) =>
        !input.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            bubbles: true,
            composed: true,
            cancelable: true,
            ...init,
          }),
        );
      expect(enter({keyCode: 229})).to.equal(true);
      expect(enter({isComposing: true})).to.equal(true);
      expect(enter({})).to.equal(false);
    });

    it('keeps what is typed while a comment is on its way', async () => {
      const el = await draw();
      const {promise, resolve} = deferred<Comment>();
      answer(el, () => promise);
      boxOf(el).value = 'Một';
      press(el);
      boxOf(el).value = 'Một hai';
      const done = oneEvent(el, 'article-comment-posted');
      resolve(comment('1'));
      await done;
      expect(boxOf(el).value).to.equal('Một hai');
    });
  });

  describe('asks for what is missing', () => {
    it('without asking the server', async () => {
      const el = await draw(
        html`<article-comment-form lang="vi" ask-email require-name></article-comment-form>`,
      );
      const sent = answer(el, takes());
      const [name, email] = el.shadowRoot!.querySelectorAll('input');
      const says = async () => {
        press(el);
        await el.updateComplete;
        return words(el, 'error');
      };
      boxOf(el).value = ' \n ';
      expect(await says()).to.equal('Hãy viết ý kiến của bạn.');
      expect(deepFocus()!.localName).to.equal('textarea');
      boxOf(el).value = 'Chào';
      expect(await says()).to.equal('Bạn chưa cho biết tên.');
      expect(deepFocus()).to.equal(name);
      name!.value = 'Lan';
      email!.value = 'lan';
      expect(await says()).to.equal('Địa chỉ e-mail chưa đúng.');
      expect(deepFocus()).to.equal(email);
      expect(part(el, 'retry-button').hidden).to.equal(true);
      expect(sent).to.have.length(0);
      await expect(el).to.be.accessible();
      email!.value = '';
      await send(el);
      expect(words(el, 'error')).to.equal('');
      expect(sent).to.have.length(1);
    });

    it('and does not send what is too long', async () => {
      const el = await draw(html`<article-comment-form lang="vi" maxlength="3"></article-comment-form>`);
      const sent = answer(el, takes());
      boxOf(el).value = 'bốn chữ';
      press(el);
      await el.updateComplete;
      expect(words(el, 'error')).to.equal('Hãy bớt 4 ký tự.');
      expect(boxOf(el).value).to.equal('bốn chữ');
      expect(sent).to.have.length(0);
    });
  });

  describe('keeps the text when sending fails', () => {
    const failures: [kind: CommentErrorKind, details: object, said: string, retry: boolean][] = [
      ['offline', {}, 'Không có kết nối mạng.', true],
      ['timeout', {}, 'Chưa rõ ý kiến của bạn đã tới nơi hay chưa.', true],
      ['network', {}, 'Chưa rõ ý kiến của bạn đã tới nơi hay chưa.', true],
      ['unknown-outcome', {}, 'Chưa rõ ý kiến của bạn đã tới nơi hay chưa.', true],
      ['login', {}, 'Bạn cần đăng nhập.', true],
      ['forbidden', {}, 'Bạn không được phép làm việc này.', false],
      ['closed', {}, 'Bài viết không còn nhận ý kiến.', false],
      ['too-long', {max: 500, count: 512}, 'Ý kiến dài quá: 512 ký tự, nhiều nhất là 500.', false],
      ['too-fast', {retryAfter: 7}, 'Hãy đợi 7 giây.', true],
      ['duplicate', {}, 'Ý kiến này đã được gửi rồi.', false],
      ['invalid', {}, 'Máy chủ không nhận ý kiến này.', false],
      ['invalid', {fields: [{field: 'text', message: '<b>Sai</b>'}]}, '<b>Sai</b>', false],
      ['too-long', {max: 500, count: 512, unit: 'utf-8'}, '512 byte, nhiều nhất là 500.', false],
      ['server', {}, 'Máy chủ đang gặp lỗi.', true],
      ['bad-response', {}, 'Không đọc được câu trả lời.', true],
      ['no such kind' as CommentErrorKind, {}, 'Máy chủ đang gặp lỗi.', true],
    ];
    for (const [kind, details, said, retry] of failures) {
      it(`says why: ${kind} ${JSON.stringify(details)}`, async () => {
        const el = await draw();
        answer(el, fails(kind, details));
        const event = (await send(el, 'Tôi nghĩ')) as ArticleCommentFailedEvent;
        expect(event.type).to.equal('article-comment-failed');
        expect(event.error).to.be.instanceOf(CommentError);
        await waitUntil(() => words(el, 'error'), 'words for a refusal come on demand');
        expect(words(el, 'error')).to.contain(said);
        expect(part(el, 'error').getAttribute('role')).to.equal('alert');
        expect(boxOf(el).value).to.equal('Tôi nghĩ');
        expect(part(el, 'retry-button').hidden).to.equal(!retry);
        expect(words(el, 'status')).to.equal('');
        await expect(el).to.be.accessible();
      });
    }

    it('whatever is thrown, and whatever is answered', async () => {
      const el = await draw(html`<article-comment-form lang="en"></article-comment-form>`);
      let respond: () => unknown = () => Promise.reject('no error at all');
      answer(el, async () => (await respond()) as Comment);
      await send(el, 'Text');
      expect(words(el, 'error')).to.contain('The server has a problem.');
      for (const junk of [undefined, null, {}, [], 'ok', {id: {}, text: {}}]) {
        respond = () => junk;
        const {error} = (await send(el)) as ArticleCommentFailedEvent;
        expect(error.kind).to.equal('unknown-outcome');
        expect(boxOf(el).value).to.equal('Text');
      }
    });

    it('and sends it again under the same key; a changed text gets a new one', async () => {
      const el = await draw();
      let respond: (event: ArticleCommentSubmitEvent) => Promise<Comment> = fails('network');
      const sent = answer(el, (event) => respond(event));
      await send(el, 'Tôi nghĩ');
      const failed = oneEvent(el, 'article-comment-failed');
      part(el, 'retry-button').click();
      await failed;
      await send(el, 'Tôi nghĩ lại');
      respond = takes();
      await send(el, 'Tôi nghĩ lại');
      await send(el, 'Tôi nghĩ lại');
      const keys = sent.map(({idempotencyKey}) => idempotencyKey);
      expect(keys[1]).to.equal(keys[0]);
      expect(keys[2]).not.to.equal(keys[1]);
      expect(keys[3]).to.equal(keys[2]);
      expect(keys[4], 'the same words, said again').not.to.equal(keys[3]);
    });

    it('moves the focus from a retry that worked into the box', async () => {
      const el = await draw();
      let respond: (event: ArticleCommentSubmitEvent) => Promise<Comment> = fails('server');
      answer(el, (event) => respond(event));
      await send(el, 'Tôi nghĩ');
      const {promise, resolve} = deferred<Comment>();
      respond = () => promise;
      part(el, 'retry-button').focus();
      part(el, 'retry-button').click();
      await el.updateComplete;
      expect(deepFocus()).to.equal(part(el, 'retry-button'));
      expect(words(el, 'error'), 'silent, so that the next failure is heard').to.equal('');
      const done = oneEvent(el, 'article-comment-posted');
      resolve(comment('1'));
      await done;
      await el.updateComplete;
      expect(deepFocus()!.localName).to.equal('textarea');
      expect(part(el, 'retry-button').hidden).to.equal(true);
    });

    it("takes over the server's limit", async () => {
      const el = await draw();
      answer(el, fails('too-long', {max: 5, count: 12, unit: 'utf-8'}));
      await send(el, 'Tôi nghĩ');
      expect(boxOf(el).getAttribute('maxlength')).to.equal('5');
      expect(boxOf(el).getAttribute('count-unit')).to.equal('utf-8');
    });

    it('says so when nobody sends it, to reader and developer', async () => {
      const el = await draw();
      boxOf(el).value = 'Chào';
      press(el);
      await el.updateComplete;
      expect(words(el, 'error')).to.contain('Máy chủ đang gặp lỗi.');
      expect(boxOf(el).value).to.equal('Chào');
      expect(warnings.taken().join()).to.contain('[article-widgets] <article-comment-form> action');
    });

    it('leaves all to a page that prevents the default', async () => {
      const el = await draw();
      el.addEventListener('article-comment-submit', (event) => event.preventDefault());
      boxOf(el).value = 'Chào';
      press(el);
      await el.updateComplete;
      expect([words(el, 'error'), words(el, 'status'), boxOf(el).value]).to.deep.equal(['', '', 'Chào']);
    });
  });

  describe('keeps drafts', () => {
    const type = async (el: ArticleCommentForm, text: string) => {
      boxOf(el).focus();
      await sendKeys({type: text});
    };

    it('within half a second, and puts them back', async () => {
      const el = await draw();
      await type(el, 'Tôi nghĩ');
      expect(localStorage.length).to.equal(0);
      await aTimeout(500);
      expect(localStorage.length).to.equal(1);
      const after = await draw();
      expect(boxOf(after).value).to.equal('Tôi nghĩ');
      expect(words(after, 'status')).to.equal('Đã đưa lại nội dung bạn chưa gửi.');
    });

    it('while a reader goes on typing without a pause', async () => {
      const el = await draw();
      const textarea = boxOf(el).shadowRoot!.querySelector('textarea')!;
      let typed = '';
      for (let key = 0; key < 12; key++) {
        textarea.value = typed += `${key} `;
        textarea.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        await aTimeout(80);
      }
      const kept = Object.values({...localStorage}).join();
      expect(kept).to.contain('0 1 2 3 4 ');
    });

    it('at once when the page or the form goes away', async () => {
      const el = await draw();
      await type(el, 'Một');
      dispatchEvent(new Event('pagehide'));
      expect(boxOf(await draw()).value).to.equal('Một');
      localStorage.clear();
      await type(el, ' hai');
      el.remove();
      expect(boxOf(await draw()).value).to.equal('Một hai');
    });

    it('with the key of a try that failed, and without the text once it arrived', async () => {
      const el = await draw();
      const [first] = [answer(el, fails('network'))];
      await send(el, 'Tôi nghĩ');
      const after = await draw();
      const second = answer(after, takes());
      await send(after);
      expect(second[0]!.idempotencyKey).to.equal(first[0]!.idempotencyKey);
      expect(boxOf(await draw()).value).to.equal('');
      expect(localStorage.length).to.equal(0);
    });

    it('apart by article and by the comment that is answered', async () => {
      await type(await draw(html`<article-comment-form draft-key="a"></article-comment-form>`), 'Một');
      await type(
        await draw(html`<article-comment-form draft-key="a" parent-id="7"></article-comment-form>`),
        'Hai',
      );
      dispatchEvent(new Event('pagehide'));
      const other = await draw(html`<article-comment-form draft-key="b"></article-comment-form>`);
      const again = await draw(html`<article-comment-form draft-key="a"></article-comment-form>`);
      const reply = await draw(
        html`<article-comment-form draft-key="a" parent-id="7"></article-comment-form>`,
      );
      expect([other, again, reply].map((el) => boxOf(el).value)).to.deep.equal(['', 'Một', 'Hai']);
    });

    it('and does without them where storage is blocked', async () => {
      const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
      const get = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'localStorage', {configurable: true, get});
      try {
        const el = await draw(html`<article-comment-form ask-name></article-comment-form>`);
        const sent = answer(el, takes());
        await type(el, 'Chào');
        dispatchEvent(new Event('pagehide'));
        await send(el);
        expect(sent[0]!.text).to.equal('Chào');
      } finally {
        Object.defineProperty(globalThis, 'localStorage', descriptor);
      }
    });
  });

  describe("around the page's own form", () => {
    const slotted = html`
      <article-comment-form lang="vi">
        <form method="post" action="/api/comments">
          <label>Tên <input name="author" /></label>
          <article-comment-box>
            <label>Ý kiến <textarea name="comment" maxlength="500"></textarea></label>
          </article-comment-box>
          <button>Gửi ý kiến</button>
        </form>
      </article-comment-form>
    `;
    const plain = html`
      <article-comment-form lang="vi">
        <form method="post" action="/api/comments">
          <label>Ý kiến <textarea name="text"></textarea></label>
          <input type="submit" value="Gửi" />
        </form>
      </article-comment-form>
    `;

    it('is accessible, draws no second form, and says who comments', async () => {
      const el = await draw(slotted);
      await expect(el).to.be.accessible();
      expect(el.shadowRoot!.querySelector('form')).to.equal(null);
      expect(words(el, 'author')).to.equal('Khách');
    });

    it('sends what stands in its fields in place of the browser', async () => {
      const el = await draw(slotted);
      const sent = answer(el, takes());
      const textarea = el.querySelector('textarea')!;
      el.querySelector('input')!.value = 'Lan';
      textarea.value = 'Chào';
      el.querySelector('input')!.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      await el.updateComplete;
      expect(words(el, 'author')).to.equal('Lan');
      const event = (await send(el)) as ArticleCommentPostedEvent;
      expect(event.type).to.equal('article-comment-posted');
      expect([sent[0]!.text, sent[0]!.author.name]).to.deep.equal(['Chào', 'Lan']);
      expect(textarea.value).to.equal('');
      expect(el.querySelector('input')!.value, 'the name stays').to.equal('Lan');
    });

    it('works with a plain textarea and an input as button', async () => {
      const el = await draw(plain);
      const {promise, resolve} = deferred<Comment>();
      const sent = answer(el, () => promise);
      const textarea = el.querySelector('textarea')!;
      textarea.value = 'Chào';
      const done = oneEvent(el, 'article-comment-posted');
      el.querySelector<HTMLInputElement>('[type=submit]')!.click();
      await el.updateComplete;
      expect(el.querySelector('[type=submit]')!.getAttribute('aria-disabled')).to.equal('true');
      resolve(comment('1'));
      await done;
      await el.updateComplete;
      expect(el.querySelector('[type=submit]')!.hasAttribute('aria-disabled')).to.equal(false);
      expect(sent[0]!.text).to.equal('Chào');
      expect(textarea.value).to.equal('');
    });

    it('keeps the text when sending fails', async () => {
      const el = await draw(slotted);
      answer(el, fails('server'));
      el.querySelector('textarea')!.value = 'Chào';
      await send(el);
      expect(el.querySelector('textarea')!.value).to.equal('Chào');
      expect(words(el, 'error')).to.contain('nội dung bạn viết vẫn còn đây');
      await expect(el).to.be.accessible();
    });

    /** Whether the browser would post the form; it is kept from doing so. */
    async function postsNatively(el: ArticleCommentForm): Promise<boolean> {
      let posts: boolean | undefined;
      const watch = (event: Event) => {
        posts = !event.defaultPrevented;
        event.preventDefault();
      };
      document.addEventListener('submit', watch);
      press(el);
      document.removeEventListener('submit', watch);
      await el.updateComplete;
      return posts!;
    }

    it('lets the browser post it when nobody else sends it', async () => {
      const el = await draw(slotted);
      el.querySelector('textarea')!.value = 'Chào';
      expect(await postsNatively(el)).to.equal(true);
      expect(words(el, 'error')).to.equal('');
    });

    it('does not post it when somebody does, nor when it is blank', async () => {
      const el = await draw(slotted);
      expect(await postsNatively(el)).to.equal(false);
      expect(words(el, 'error')).to.equal('Hãy viết ý kiến của bạn.');
      answer(el, takes());
      el.querySelector('textarea')!.value = 'Chào';
      expect(await postsNatively(el)).to.equal(false);
    });

    it("respects a page's own check", async () => {
      const el = await draw(slotted);
      const sent = answer(el, takes());
      el.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
      el.querySelector('textarea')!.value = 'Chào';
      press(el);
      await el.updateComplete;
      expect(sent).to.have.length(0);
    });

    it('puts a draft back into an empty field, and leaves a filled one alone', async () => {
      const el = await draw(slotted);
      el.querySelector('textarea')!.focus();
      await sendKeys({type: 'Tôi nghĩ'});
      dispatchEvent(new Event('pagehide'));
      expect((await draw(slotted)).querySelector('textarea')!.value).to.equal('Tôi nghĩ');
      const filled = document.createElement('article-comment-form');
      filled.append(el.querySelector('form')!);
      filled.querySelector('textarea')!.value = 'Khác';
      document.body.append(filled);
      await filled.updateComplete;
      expect(filled.querySelector('textarea')!.value).to.equal('Khác');
      filled.remove();
    });

    it('finds a form that comes later, and draws its own when it goes', async () => {
      const el = await draw();
      const form = (await fixture(plain)).querySelector('form')!;
      el.append(form);
      await aTimeout(0);
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('form')).to.equal(null);
      form.remove();
      await aTimeout(0);
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('form')).to.exist;
    });

    it('leaves a form without a text field to the browser', async () => {
      const el = await draw(html`
        <article-comment-form>
          <form action="/search"><input name="q" aria-label="q" /><button>Tìm</button></form>
        </article-comment-form>
      `);
      expect(await postsNatively(el)).to.equal(true);
    });
  });

  it('works after it was moved, also with a comment on its way', async () => {
    const el = await draw();
    const {promise, resolve} = deferred<Comment>();
    const sent = answer(el, () => promise);
    boxOf(el).value = 'Chào';
    press(el);
    const place = await fixture(html`<div></div>`);
    place.append(el);
    const done = oneEvent(el, 'article-comment-posted');
    resolve(comment('1'));
    await done;
    expect(boxOf(el).value).to.equal('');
    await send(el, 'Nữa');
    expect(sent).to.have.length(2);
  });
});

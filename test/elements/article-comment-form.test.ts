import {aTimeout, expect, fixture, html, nextFrame, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/article-comment-form/article-comment-form.js';
import '../../src/article-comments/article-comments.js';
import type {ArticleComments} from '../../src/article-comments/article-comments.js';
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
import {waitUntil} from './support/wait-until.js';

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

/** Brings what only sending needs, as a reader does who goes to the box. */
async function ready<T extends Element>(el: T): Promise<T> {
  el.shadowRoot!.firstElementChild!.dispatchEvent(new FocusEvent('focusin'));
  await import('../../src/article-comment-form/sending.js'); // asked for later than by the form
  return el;
}

async function draw(markup = html`<article-comment-form lang="vi"></article-comment-form>`) {
  const el = await fixture<ArticleCommentForm>(markup);
  await boxOf(el)?.updateComplete;
  return ready(el);
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

    it('lets a page style what the drawn box is made of', async () => {
      const el = await draw();
      const style = document.createElement('style');
      const parts = ['label', 'textarea', 'counter', 'hint', 'box-error'];
      style.textContent = parts
        .map((name, at) => `article-comment-form::part(${name}) {order: ${at + 3}}`)
        .join('\n');
      document.head.append(style);
      const inBox = parts.map(
        (name) => part(boxOf(el), name.replace('box-', '')) ?? boxOf(el).shadowRoot!.querySelector('#count'),
      );
      expect(inBox.map((node) => getComputedStyle(node!).order)).to.deep.equal(['3', '4', '5', '6', '7']);
      expect(getComputedStyle(part(el, 'error')).order, 'that of the form is another').to.equal('0');
      style.remove();
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
      expect(sent[0]!.idempotencyKey).to.match(/^[0-9a-f]{32}-\d+$/);
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

    it('by ⌘+Enter', async () => {
      const el = await draw();
      const sent = answer(el, takes());
      boxOf(el).value = 'Chào';
      boxOf(el).focus();
      const enter = {key: 'Enter', metaKey: true, bubbles: true, composed: true, cancelable: true};
      const done = oneEvent(el, 'article-comment-posted');
      const goesOn = deepFocus()!.dispatchEvent(new KeyboardEvent('keydown', enter));
      expect(goesOn, 'no new line').to.equal(false);
      await done;
      expect(sent.map(({text}) => text)).to.deep.equal(['Chào']);
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

    it('by the first listener that answers, however far up, before the list around it', async () => {
      const el = await draw(html`<article-comment-form lang="vi"></article-comment-form>`);
      let fallbacks = 0;
      el.parentElement!.addEventListener('article-comment-submit', (event) => {
        event.fallback ??= async () => {
          fallbacks++;
          return comment('list', {text: event.text});
        };
      });
      const {comment: first} = (await send(el, 'Một')) as ArticleCommentPostedEvent;
      expect([first.id, fallbacks]).to.deep.equal(['list', 1]);
      const page = (event: ArticleCommentSubmitEvent) => event.respondWith(takes()(event));
      document.body.addEventListener('article-comment-submit', page);
      const {comment: second} = (await send(el, 'Hai')) as ArticleCommentPostedEvent;
      document.body.removeEventListener('article-comment-submit', page);
      expect([second.id, fallbacks]).to.deep.equal(['new', 1]);
      document.body.addEventListener('article-comment-submit', (event) => event.preventDefault(), {
        once: true,
      });
      boxOf(el).value = 'Ba';
      press(el);
      await aTimeout(0);
      expect([fallbacks, boxOf(el).value], 'the page does all the rest').to.deep.equal([1, 'Ba']);
    });

    it('and is not silent about an answer that is none', async () => {
      const el = await draw();
      el.addEventListener('article-comment-submit', (event) => event.respondWith(undefined as never));
      const {error} = (await send(el, 'Chào')) as ArticleCommentFailedEvent;
      expect(error.kind).to.equal('unknown-outcome');
    });

    it('until the reader no longer wants to wait; text and key are kept', async () => {
      const el = await draw();
      let respond: (event: ArticleCommentSubmitEvent) => Promise<Comment> = () => new Promise(() => {});
      const sent = answer(el, (event) => respond(event));
      expect(part(el, 'cancel-button').hidden).to.equal(true);
      boxOf(el).value = 'Chào';
      press(el);
      await el.updateComplete;
      const cancel = part(el, 'cancel-button');
      expect([cancel.hidden, cancel.textContent!.trim()]).to.deep.equal([false, 'Dừng gửi']);
      await expect(el).to.be.accessible();
      const failed: Promise<Event> = oneEvent(el, 'article-comment-failed');
      expect(sent[0]!.signal.aborted).to.equal(false);
      cancel.focus();
      cancel.click();
      const {error} = (await failed) as ArticleCommentFailedEvent;
      expect(error.kind).to.equal('unknown-outcome');
      expect(sent[0]!.signal.aborted).to.equal(true);
      await el.updateComplete;
      expect([boxOf(el).value, cancel.hidden, deepFocus()!.localName]).to.deep.equal([
        'Chào',
        true,
        'textarea',
      ]);
      expect(words(el, 'error')).to.contain('Chưa rõ ý kiến của bạn đã tới nơi hay chưa.');
      respond = takes();
      await send(el);
      expect(sent[1]!.idempotencyKey).to.equal(sent[0]!.idempotencyKey);
    });

    it('also when the button is pressed before what sends has come', async () => {
      const el = await fixture<ArticleCommentForm>(
        html`<article-comment-form lang="vi"></article-comment-form>`,
      );
      await boxOf(el).updateComplete;
      const sent = answer(el, takes());
      boxOf(el).value = 'Chào';
      const done = oneEvent(el, 'article-comment-posted');
      press(el);
      press(el);
      await el.updateComplete;
      expect(words(el, 'status')).to.equal('Đang gửi…');
      await done;
      await el.updateComplete;
      expect([sent.length, boxOf(el).value]).to.deep.equal([1, '']);
      expect(words(el, 'status')).to.equal('Ý kiến của bạn đã được gửi.');
    });

    it('also when the form leaves the page before what sends has come', async () => {
      const el = await fixture<ArticleCommentForm>(
        html`<article-comment-form lang="vi"></article-comment-form>`,
      );
      await boxOf(el).updateComplete;
      answer(el, takes());
      boxOf(el).value = 'Chào';
      const done = oneEvent(el, 'article-comment-posted');
      press(el);
      el.remove();
      await done;
      expect(boxOf(el).value).to.equal('');
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

    it('also where there is only what nobody can see', async () => {
      const el = await draw();
      const sent = answer(el, takes());
      for (const text of ['\u200B', ' \u3164\n', '\u2060\u00AD\uFE0F', '\u0085']) {
        boxOf(el).value = text;
        press(el);
        await el.updateComplete;
        expect(words(el, 'error')).to.equal('Hãy viết ý kiến của bạn.');
      }
      expect(sent).to.have.length(0);
    });

    it('and marks the field until it is changed', async () => {
      const drawn = await draw(html`<article-comment-form lang="vi" require-name></article-comment-form>`);
      const own = await draw(html`
        <article-comment-form lang="vi">
          <form action="/x">
            <input name="name" aria-label="Tên" required />
            <article-comment-box></article-comment-box>
            <button>Gửi</button>
          </form>
        </article-comment-form>
      `);
      own.querySelector('form')!.noValidate = true;
      for (const el of [drawn, own]) {
        answer(el, takes());
        boxOf(el).value = 'Chào';
        press(el);
        await el.updateComplete;
        const input = (el === own ? el : el.shadowRoot!).querySelector('input')!;
        expect(input.getAttribute('aria-invalid')).to.equal('true');
        if (el === own) expect(input.getAttribute('aria-description')).to.equal('Bạn chưa cho biết tên.');
        else expect(part(el, 'error').id).to.equal(input.getAttribute('aria-describedby'));
        await expect(el).to.be.accessible();
        input.value = 'Lan';
        input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        expect(input.hasAttribute('aria-invalid')).to.equal(false);
      }
    });

    it('and marks the field that the server has found wrong', async () => {
      const el = await draw(html`<article-comment-form lang="vi" ask-email></article-comment-form>`);
      answer(el, fails('invalid', {fields: [{field: 'author.email', message: ''}]}));
      await send(el, 'Chào');
      expect(words(el, 'error')).to.equal('Địa chỉ e-mail chưa đúng.');
      expect(el.shadowRoot!.querySelector('input')!.getAttribute('aria-invalid')).to.equal('true');
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
    type Failure = [
      kind: CommentErrorKind,
      details: object,
      said: Record<'vi' | 'en', string>,
      retry: boolean,
    ];
    const unclear = {
      vi: 'Chưa rõ ý kiến của bạn đã tới nơi hay chưa.',
      en: 'No answer came: your comment may have arrived.',
    };
    const broken = {vi: 'Máy chủ đang gặp lỗi.', en: 'The server has a problem.'};
    const failures: Failure[] = [
      ['offline', {}, {vi: 'Không có kết nối mạng.', en: 'You are offline.'}, true],
      ['timeout', {}, unclear, true],
      ['network', {}, unclear, true],
      ['unknown-outcome', {}, unclear, true],
      ['login', {}, {vi: 'Bạn cần đăng nhập.', en: 'Please log in first.'}, true],
      [
        'forbidden',
        {},
        {vi: 'Bạn không được phép làm việc này.', en: 'You are not allowed to do this.'},
        false,
      ],
      ['closed', {}, {vi: 'Bài viết không còn nhận ý kiến.', en: 'Comments are closed.'}, false],
      [
        'too-long',
        {max: 500, count: 512},
        {
          vi: 'Ý kiến dài quá: 512 ký tự, nhiều nhất là 500.',
          en: 'Your comment is too long: 512 of at most 500 characters.',
        },
        false,
      ],
      [
        'too-fast',
        {retryAfter: 7},
        {vi: 'Hãy đợi 7 giây.', en: 'Too many requests. Please wait 7 seconds.'},
        true,
      ],
      ['duplicate', {}, {vi: 'Ý kiến này đã được gửi rồi.', en: 'This comment has been sent before.'}, false],
      [
        'invalid',
        {},
        {vi: 'Máy chủ không nhận ý kiến này.', en: 'The server did not accept this comment.'},
        false,
      ],
      [
        'invalid',
        {fields: [{field: 'text', message: '<b>Sai</b>'}]},
        {vi: '<b>Sai</b>', en: '<b>Sai</b>'},
        false,
      ],
      [
        'too-long',
        {max: 500, count: 512, unit: 'utf-8'},
        {vi: '512 byte, nhiều nhất là 500.', en: '512 of at most 500 bytes.'},
        false,
      ],
      ['server', {}, broken, true],
      ['bad-response', {}, {vi: 'Không đọc được câu trả lời.', en: 'The answer cannot be read.'}, true],
      ['no such kind' as CommentErrorKind, {}, broken, true],
    ];
    for (const [kind, details, said, retry] of failures) {
      for (const lang of ['vi', 'en'] as const) {
        it(`says why (${lang}): ${kind} ${JSON.stringify(details)}`, async () => {
          const el = await draw(html`<article-comment-form lang=${lang}></article-comment-form>`);
          answer(el, fails(kind, details));
          const event = (await send(el, 'Tôi nghĩ')) as ArticleCommentFailedEvent;
          expect(event.type).to.equal('article-comment-failed');
          expect(event.error).to.be.instanceOf(CommentError);
          await waitUntil(() => words(el, 'error'), 'words for a refusal come on demand');
          expect(words(el, 'error')).to.contain(said[lang]);
          expect(part(el, 'error').getAttribute('role')).to.equal('alert');
          expect(boxOf(el).value).to.equal('Tôi nghĩ');
          expect(part(el, 'retry-button').hidden).to.equal(!retry);
          expect(words(el, 'status')).to.equal('');
          await expect(el).to.be.accessible();
        });
      }
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

    it('moves the focus from a retry that was refused into the box', async () => {
      const el = await draw();
      let respond: (event: ArticleCommentSubmitEvent) => Promise<Comment> = fails('server');
      answer(el, (event) => respond(event));
      await send(el, 'Tôi nghĩ');
      respond = fails('closed');
      part(el, 'retry-button').focus();
      const failed = oneEvent(el, 'article-comment-failed');
      part(el, 'retry-button').click();
      await failed;
      await el.updateComplete;
      expect(part(el, 'retry-button').hidden).to.equal(true);
      expect(deepFocus()!.localName).to.equal('textarea');
    });

    it('says that a text is too long without numbers that it does not have', async () => {
      for (const details of [{}, {max: 500}, {max: 80, count: 90, unit: 'words'}]) {
        const el = await draw();
        answer(el, fails('too-long', details));
        await send(el, 'Tôi nghĩ');
        await waitUntil(() => words(el, 'error'));
        expect(words(el, 'error')).to.equal('Ý kiến dài quá.');
      }
    });

    it('offers the text for copying where comments are closed, and says that it was copied', async () => {
      const el = await draw();
      answer(el, fails('closed'));
      await send(el, 'Tôi nghĩ');
      const copy = part(el, 'copy-button');
      expect([copy.hidden, copy.textContent!.trim()]).to.deep.equal([false, 'Chép nội dung']);
      await expect(el).to.be.accessible();
      const copied: string[] = [];
      const {clipboard} = navigator;
      const writeText = async (text: string) => void copied.push(text);
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText}});
      try {
        copy.click();
        await waitUntil(() => words(el, 'status') === 'Đã chép nội dung.');
        expect(copied).to.deep.equal(['Tôi nghĩ']);
        Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
        copy.click();
        await aTimeout(0);
        const textarea = boxOf(el).shadowRoot!.querySelector('textarea')!;
        expect([textarea.selectionStart, textarea.selectionEnd], 'selected').to.deep.equal([0, 8]);
      } finally {
        Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
      }
      expect(part(await draw(), 'copy-button').hidden).to.equal(true);
    });

    it('stops the countdown when it is taken off the page, and goes on when it is back', async () => {
      const el = await draw();
      answer(el, fails('too-fast', {retryAfter: 60}));
      await send(el, 'Tôi nghĩ');
      const seconds = () => Number(/\((\d+)\)/.exec(words(el, 'retry-button'))?.[1]);
      await waitUntil(() => seconds() < 60, 'it counts');
      const home = el.parentElement!;
      el.remove();
      const before = seconds();
      let updates = 0;
      el.requestUpdate = () => void updates++;
      await aTimeout(1500);
      expect(updates, 'nothing runs').to.equal(0);
      delete (el as Partial<ArticleCommentForm>).requestUpdate;
      home.append(el);
      await waitUntil(() => seconds() < before, 'it goes on');
      el.remove();
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

    it('tells the page too when nobody sends it', async () => {
      const el = await draw();
      const {error} = (await send(el, 'Chào')) as ArticleCommentFailedEvent;
      expect(error.kind).to.equal('server');
      warnings.taken();
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

    it('with the name, and without the e-mail that was typed', async () => {
      const el = await draw(html`<article-comment-form ask-name ask-email></article-comment-form>`);
      const [name, email] = el.shadowRoot!.querySelectorAll('input');
      for (const [input, value] of [
        [name!, 'Lan'],
        [email!, 'lan@example.com'],
      ] as const) {
        input.value = value;
        input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      }
      await type(el, 'Một');
      dispatchEvent(new Event('pagehide'));
      const kept = JSON.stringify({...localStorage});
      expect(kept).to.contain('Một').and.to.contain('Lan').and.not.to.contain('example.com');
    });

    it('also of a text that was set without an event, when the page goes away', async () => {
      const el = await draw();
      boxOf(el).value = 'Một';
      dispatchEvent(new Event('pagehide'));
      expect(boxOf(await draw()).value).to.equal('Một');
    });

    it('each at its article, when the form is told of another one', async () => {
      const el = await draw(html`<article-comment-form lang="vi" draft-key="a"></article-comment-form>`);
      await type(el, 'Một');
      el.draftKey = 'b';
      await el.updateComplete;
      expect(boxOf(el).value).to.equal('');
      await type(el, 'Hai');
      el.parentId = '7';
      await el.updateComplete;
      expect(boxOf(el).value).to.equal('');
      el.parentId = undefined;
      el.draftKey = 'a';
      await el.updateComplete;
      expect(boxOf(el).value).to.equal('Một');
      await el.updateComplete;
      expect(words(el, 'status')).to.equal('Đã đưa lại nội dung bạn chưa gửi.');
      el.draftKey = 'b';
      await el.updateComplete;
      expect(boxOf(el).value).to.equal('Hai');
    });

    it('each at its article, when the comments around the form are told of another one', async () => {
      const comments = await fixture<ArticleComments>(html`
        <article-comments lang="vi" article="a">
          <article-comment-form slot="form"></article-comment-form>
        </article-comments>
      `);
      const el = comments.querySelector('article-comment-form')!;
      await el.updateComplete;
      await boxOf(el).updateComplete;
      await type(await ready(el), 'Một');
      comments.article = 'b';
      await comments.updateComplete;
      expect(boxOf(el).value).to.equal('');
      comments.article = 'a';
      await comments.updateComplete;
      expect(boxOf(el).value).to.equal('Một');
      warnings.taken();
    });

    it('no longer than thirty days, also of articles that nobody opens again', async () => {
      const old = JSON.stringify([{text: 'Cũ', time: Date.now() - 31 * 24 * 3_600_000}]);
      localStorage.setItem('article-comment-draft:["x","cũ",""]', old);
      localStorage.setItem('other', 'x');
      await draw();
      expect({...localStorage}).to.deep.equal({other: 'x'});
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

    it('posts it once, however often the button is pressed, and again when the page is back', async () => {
      const el = await draw(slotted);
      let posts = 0;
      el.querySelector('form')!.target = 'nowhere-else';
      const count = (event: Event) => {
        if (event.defaultPrevented) return;
        posts++;
      };
      const frame = await fixture(html`<iframe name="nowhere-else" title="Đích"></iframe>`);
      document.addEventListener('submit', count);
      el.querySelector('textarea')!.value = 'Chào';
      press(el);
      press(el);
      await aTimeout(10);
      press(el);
      expect(posts).to.equal(1);
      expect(words(el, 'status')).to.equal('Đang gửi…');
      dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      await el.updateComplete;
      press(el);
      expect(posts).to.equal(2);
      document.removeEventListener('submit', count);
      dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      frame.remove();
    });

    it('no longer waits for an answer when the page is back from where the browser had put it away', async () => {
      const el = await draw(slotted);
      let respond: (event: ArticleCommentSubmitEvent) => Promise<Comment> = () => new Promise(() => {});
      const sent = answer(el, (event) => respond(event));
      const button = el.querySelector('button')!;
      const back = (persisted: boolean) => dispatchEvent(new PageTransitionEvent('pageshow', {persisted}));
      el.querySelector('textarea')!.value = 'Chào';
      press(el);
      await waitUntil(() => sent.length, 'it is on its way');
      await el.updateComplete;
      back(false);
      expect(sent[0]!.signal.aborted, 'a page that has only now loaded').to.equal(false);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      const failed: Promise<Event> = oneEvent(el, 'article-comment-failed');
      back(true);
      const {error} = (await failed) as ArticleCommentFailedEvent;
      expect([error.kind, sent[0]!.signal.aborted]).to.deep.equal(['unknown-outcome', true]);
      await el.updateComplete;
      expect(button.hasAttribute('aria-disabled')).to.equal(false);
      expect(words(el, 'error')).to.contain('Chưa rõ ý kiến của bạn đã tới nơi hay chưa.');
      expect(el.querySelector('textarea')!.value).to.equal('Chào');
      respond = takes();
      await send(el);
      expect(sent[1]!.idempotencyKey).to.equal(sent[0]!.idempotencyKey);
      back(true);
      expect(sent[1]!.signal.aborted, 'it has arrived').to.equal(false);
    });

    it('keeps the draft of a text that the browser posts, and of one that it does not post after all', async () => {
      const el = await draw(slotted);
      el.querySelector('textarea')!.value = 'Chào';
      await postsNatively(el);
      await aTimeout(10);
      expect(Object.values({...localStorage}).join())
        .to.contain('Chào')
        .and.not.to.contain('"posted":true');
      expect(words(el, 'status'), 'a listener further up has prevented it').to.equal('');
      expect(await postsNatively(el), 'nothing holds it').to.equal(true);
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

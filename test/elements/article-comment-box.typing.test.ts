import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/article-comment-box/article-comment-box.js';
import type {ArticleCommentBox} from '../../src/article-comment-box/article-comment-box.js';
import {counter, drawn} from './support/counted-box.js';
import {waitUntil} from './support/wait-until.js';

type Box = ArticleCommentBox;

describe('<article-comment-box> while it is used', () => {
  it('leaves no timer and no listener behind after 1,000 mounts', async () => {
    const first = await fixture<Box>(html`<article-comment-box></article-comment-box>`);
    first.focus();
    drawn(first).value = 'tải';
    await waitUntil(() => counter(first) === '3 / 500 characters'); // what typing needs has been loaded
    first.remove();
    const open = {timers: new Set<unknown>(), listeners: 0};
    const {setInterval: start, clearInterval: stop} = window;
    const {addEventListener: add, removeEventListener: drop} = EventTarget.prototype;
    const global = (target: EventTarget | undefined): boolean =>
      !target || target === window || target === document;
    window.setInterval = ((...args: Parameters<typeof start>) => {
      const id = start(...args);
      open.timers.add(id);
      return id;
    }) as typeof start;
    window.clearInterval = (id) => {
      open.timers.delete(id);
      stop(id);
    };
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
      if (global(this)) {
        open.listeners++;
        const {signal} = (args[2] ?? {}) as AddEventListenerOptions;
        signal?.addEventListener('abort', () => open.listeners--);
      }
      add.apply(this ?? window, args);
    };
    EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof drop>) {
      if (global(this)) open.listeners--;
      drop.apply(this ?? window, args);
    };
    try {
      let most = 0;
      for (let i = 0; i < 1000; i++) {
        const box = document.createElement('article-comment-box');
        if (i % 2) box.append(document.createElement('textarea'));
        document.body.append(box);
        await box.updateComplete;
        if (i < 20) {
          box.focus();
          await aTimeout(0);
        }
        most = Math.max(most, open.listeners + open.timers.size);
        box.remove();
      }
      expect(most).to.equal(5); // formdata, reset, pageshow, pagehide and the look at the focused field: this test does see them
      expect(open.listeners).to.equal(0);
      expect(open.timers.size).to.equal(0);
    } finally {
      Object.assign(window, {setInterval: start, clearInterval: stop});
      Object.assign(EventTarget.prototype, {addEventListener: add, removeEventListener: drop});
    }
  });

  it('says `change` for its own text area as one of the page would', async () => {
    const box = await fixture<Box>(html`<article-comment-box value="a"></article-comment-box>`);
    const heard: EventTarget[] = [];
    box.addEventListener('change', (event) => heard.push(event.target!));
    box.focus();
    await waitUntil(() => {
      drawn(box).dispatchEvent(new Event('change', {bubbles: true}));
      return heard.length;
    });
    expect(heard[0]).to.equal(box);
  });
});

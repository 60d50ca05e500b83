import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/article-byline/article-byline.js';
import type {ArticleByline, BylineAuthor} from '../../src/article-byline/article-byline.js';
import type {ArticleErrorEvent} from '../../src/shared/error.js';
import {captureWarnings} from './support/warnings.js';
import {shownText} from './support/shown-text.js';
import {waitUntil} from './support/wait-until.js';

const byline = (template: TemplateResult) => fixture<ArticleByline>(template);
const parts = (el: Element, name: string) => [...el.shadowRoot!.querySelectorAll(`[part='${name}']`)];
const a = (name: string) => html`<a rel="author" href="#${name}">${name}</a>`;

/** The words that the shadow root draws, letter by letter. */
const words = (el: Element) => parts(el, 'base')[0]!.textContent;

describe('<article-byline>', () => {
  const warnings = captureWarnings();

  describe('text of the page', () => {
    const texts: [text: string, content: unknown][] = [
      ['Nhã Phương - Thanh Nhả', html`${a('Nhã Phương')} - ${a('Thanh Nhả')}`],
      ['Nhã Phương', 'Nhã Phương'],
      ['Bài và ảnh: A, B', html`Bài và ảnh: <b>A</b>, <b>B</b>`],
      ['Zoe Williams and others', html`<a href="#z">Zoe Williams</a> and others`],
      ['Theo TTXVN (ngày 5.4) [$&]', 'Theo TTXVN (ngày 5.4) [$&]'],
      ['A | B', html`<a href="#a">A</a> <i>|</i> <a href="#b">B</a>`],
      ['AB', html`<a href="#a">A</a><br /><a href="#b">B</a>`],
    ];
    for (const [text, content] of texts) {
      it(`is kept word for word: ${text}`, async () => {
        const el = await byline(html`<article-byline lang="vi" authors="C; D">${content}</article-byline>`);
        await expect(el).to.be.accessible();
        expect(shownText(el)).to.equal(text);
        expect(parts(el, 'separator')).to.be.empty;
      });
    }
  });

  describe('bare elements of the page', () => {
    const lists: [names: string[], vi: string, en: string][] = [
      [['Nhã Phương'], 'Nhã Phương', 'Nhã Phương'],
      [['A', 'B'], 'A và B', 'A and B'],
      [['A', 'B', 'C'], 'A, B và C', 'A, B and C'],
    ];
    for (const [names, vi, en] of lists) {
      it(`are parted as the language does, outside the links: ${vi}`, async () => {
        const el = await byline(html` <article-byline lang="vi"> ${names.map(a)} </article-byline> `);
        await expect(el).to.be.accessible();
        expect(shownText(el)).to.equal(vi);
        expect([...el.querySelectorAll('a')].map((link) => link.textContent)).to.deep.equal(names);
        el.lang = 'en';
        await waitUntil(() => shownText(el) === en);
      });
    }

    const marks = [
      '<a rel="author" href="#a">A</a><a rel="author nofollow" href="#b">B</a>',
      '<a rel="author" href="#a">A</a><span itemprop="author">B</span>',
      '<span><a rel="noopener author" href="#a">A</a></span><a rel=author href="#b">B</a>',
      '<span><b itemprop="author creator">A</b></span><a rel="author" href="#b">B</a>',
    ];
    for (const markup of marks) {
      it(`are parted however they are marked: ${markup}`, async () => {
        const el = await byline(html`<article-byline lang="vi"></article-byline>`);
        el.innerHTML = markup;
        await waitUntil(() => shownText(el) === 'A và B');
      });
    }

    it('take the separator of the page', async () => {
      const el = await byline(
        html`<article-byline separator=" - ">${a('A')}${a('B')}${a('C')}</article-byline>`,
      );
      expect(shownText(el)).to.equal('A - B - C');
      expect(el.querySelector('a')!.getBoundingClientRect().width).to.be.above(0);
    });

    it('are followed when they come, go and change', async () => {
      const el = await byline(html`<article-byline lang="vi"><a href="#a">A</a></article-byline>`);
      const added = Object.assign(document.createElement('a'), {href: '#b', textContent: 'B'});
      el.append(added);
      await waitUntil(() => shownText(el) === 'A và B');
      added.textContent = 'C';
      await waitUntil(() => shownText(el) === 'A và C');
      added.before(' - ');
      await waitUntil(() => shownText(el) === 'A - C');
      el.replaceChildren();
      await waitUntil(() => shownText(el) === '');
      el.append('D');
      await waitUntil(() => shownText(el) === 'D');
    });

    it('are followed after the element was moved', async () => {
      const el = await byline(html`<article-byline>${a('A')}${a('B')}</article-byline>`);
      const elsewhere = await fixture(html`<div lang="vi"></div>`);
      elsewhere.append(el);
      await waitUntil(() => shownText(el) === 'A và B');
      el.remove();
      el.append(Object.assign(document.createElement('a'), {rel: 'author', href: '#C', textContent: 'C'}));
      elsewhere.append(el);
      await waitUntil(() => shownText(el) === 'A, B và C');
    });

    it('are parted too where a server has made the shadow root', async () => {
      const el = document.createElement('article-byline');
      el.attachShadow({mode: 'open'}); // as the parser does: slots go by name, whatever the class asks for
      el.lang = 'vi';
      el.innerHTML = '<a rel="author" href="#a">A</a> <a rel="author" href="#b">B</a>';
      el.authors = ['C'];
      document.body.append(el);
      await waitUntil(() => shownText(el) === 'A và B');
      el.remove();
    });

    it('keep roles and portraits of the page where they are', async () => {
      const portrait = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      const el = await byline(html`
        <article-byline
          ><a rel="author" href="#a">A</a> <i>phóng viên</i> <a rel="author" href="#b">B</a></article-byline
        >
      `);
      expect(shownText(el)).to.equal('A phóng viên B');
      el.innerHTML = `<span><img src="${portrait}" alt=""> <a rel="author" href="#a">A</a>, phóng viên</span><span><a rel="author" href="#b">B</a></span>`;
      await waitUntil(() => shownText(el) === 'A, phóng viên and B');
    });

    it('are given back as they were when text comes between them', async () => {
      const el = await byline(html`<article-byline></article-byline>`);
      el.innerHTML = '<a href="#a">A</a><a href="#b">B</a>';
      await waitUntil(() => shownText(el) === 'A and B');
      el.querySelector('a')!.after(', ');
      await waitUntil(() => shownText(el) === 'A, B');
      expect(el.innerHTML).to.equal('<a href="#a">A</a>, <a href="#b">B</a>');
    });
  });

  describe('text of the page and authors beside it', () => {
    const link = (name: string, n: number): BylineAuthor => ({name, href: `#${n}`});
    const cases: [text: string, authors: BylineAuthor[], links: string[]][] = [
      ['Jane Doe', [link('Jane Doe', 1)], ['Jane Doe #1']],
      ['Jane Doe and John Roe', [link('Jane Doe', 1), link('John Roe', 2)], ['Jane Doe #1', 'John Roe #2']],
      ['Bài và ảnh: Nhã Phương - Thanh Nhả', [link('Thanh Nhả', 2)], ['Thanh Nhả #2']],
      ['Sam Levin in Oakland', [link('Sam Levine', 2)], []],
      ['Sam Levine in Oakland', [link('Sam Levin', 1)], []],
      ...([0, 1].map((first) => [
        'Sam Levin and Sam Levine',
        first ? [link('Sam Levine', 2), link('Sam Levin', 1)] : [link('Sam Levin', 1), link('Sam Levine', 2)],
        ['Sam Levin #1', 'Sam Levine #2'],
      ]) as [string, BylineAuthor[], string[]][]),
      [
        'A. (B) $& [C]* and D\\',
        [link('A. (B) $& [C]*', 1), link('D\\', 2)],
        ['A. (B) $& [C]* #1', 'D\\ #2'],
      ],
      [
        'Duncan Campbell and Duncan Campbell',
        [link('Duncan Campbell', 1), link('Duncan Campbell', 2)],
        ['Duncan Campbell #1', 'Duncan Campbell #2'],
      ],
      ['Duncan Campbell and Duncan Campbell', [link('Duncan Campbell', 1)], ['Duncan Campbell #1']],
      ['Zoe Williams and others', [link('Zoe Williams', 1)], ['Zoe Williams #1']],
      ['Theo TTXVN', [link('Nhã Phương', 1)], []],
      ['Theo TTXVN', [], []],
    ];
    for (const [text, authors, links] of cases) {
      it(`links ${links.join(', ') || 'nobody'} in “${text}”, word for word`, async () => {
        const el = await byline(html`<article-byline .authors=${authors}>${text}</article-byline>`);
        await expect(el).to.be.accessible();
        expect(shownText(el)).to.equal(text);
        const shown = [...el.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[rel=author]')];
        expect(shown.map((a) => `${a.textContent} ${a.getAttribute('href')}`)).to.deep.equal(links);
      });
    }

    const forms: [what: string, text: string, name: string][] = [
      ['a no-break space in the name', 'Bài: Nhã Phương', 'Nhã\u00a0Phương'],
      ['a no-break space in the text', 'Bài: Nhã\u00a0Phương', 'Nhã Phương'],
      ['a decomposed name', 'Bài: Nhã Phương', 'Nhã Phương'.normalize('NFD')],
      ['a decomposed text', 'Bài: Nhã Phương.'.normalize('NFD'), 'Nhã Phương'],
      ['a text half decomposed, as Windows writes it', 'Ti\u00ea\u0301n 😀 và Nhã Phương', 'Nhã Phương'],
      ['a name half decomposed', 'Tiến', 'Ti\u00ea\u0301n'],
    ];
    for (const [what, text, name] of forms) {
      it(`finds ${what}, and keeps the words of the page`, async () => {
        const authors = [{name, href: '#1'}];
        const el = await byline(html`<article-byline .authors=${authors}>${text}</article-byline>`);
        const links = [...el.shadowRoot!.querySelectorAll('a')].map(({textContent}) => textContent);
        expect(links.length).to.equal(1);
        expect(text).to.contain(links[0]);
        expect(words(el)).to.equal(text);
      });
    }

    it('takes no letter with another mark for the end of a name', async () => {
      const authors = [{name: 'Thanh Nha', href: '#1'}];
      const text = 'Thanh Nhả'.normalize('NFD');
      const el = await byline(html`<article-byline .authors=${authors}>${text}</article-byline>`);
      expect(el.shadowRoot!.querySelector('a')).to.equal(null);
    });

    it('finds a name that the template has broken over two lines, and keeps to the text', async () => {
      const authors = [{name: 'Nhã Phương', href: '#1', role: 'phóng viên'}];
      const el = await byline(html`<article-byline .authors=${authors}>Bài: Nhã Phương</article-byline>`);
      expect(shownText(el)).to.equal('Bài: Nhã Phương');
      expect(el.shadowRoot!.querySelectorAll('a').length).to.equal(1);
      el.textContent = 'Bài: Thanh Nhả';
      await waitUntil(() => shownText(el) === 'Bài: Thanh Nhả');
    });
  });

  describe('authors, the short form', () => {
    const forms: [authors: string, text: string][] = [
      ['Nhã Phương', 'Nhã Phương'],
      [' Nhã Phương ;Thanh Nhả; ', 'Nhã Phương và Thanh Nhả'],
      ['["A", "B", {"name": "C"}]', 'A, B và C'],
      ['{"name": "Báo Sông Nước"}', 'Báo Sông Nước'],
      ['Sam Levin; Sam Levine', 'Sam Levin và Sam Levine'],
      ['Sam Levine; Sam Levin', 'Sam Levine và Sam Levin'],
      ['A. (B) $& [C]; D\\', 'A. (B) $& [C] và D\\'],
      ['', ''],
      [' ; ', ''],
      ['[]', ''],
    ];
    for (const [authors, text] of forms) {
      it(`reads ${authors || 'nothing'}`, async () => {
        const el = await byline(html`
          <article-byline lang="vi" authors=${authors} prefix="Bài:"> </article-byline>
        `);
        await expect(el).to.be.accessible();
        expect(shownText(el)).to.equal(text && `Bài: ${text}`);
        expect(warnings.taken()).to.deep.equal([]);
      });
    }

    it('shows links, roles and portraits; two of the same name are two people', async () => {
      const authors: BylineAuthor[] = [
        {
          name: 'Nhã Phương',
          href: '/tac-gia/1',
          role: 'phóng viên',
          image: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
        },
        {name: 'Nhã Phương', href: 'mailto:b@example.com'},
      ];
      const el = await byline(html`<article-byline lang="vi" .authors=${authors}></article-byline>`);
      await expect(el).to.be.accessible();
      expect(shownText(el)).to.equal('Nhã Phương (phóng viên) và Nhã Phương');
      const links = [...el.shadowRoot!.querySelectorAll('a')];
      expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
        '/tac-gia/1',
        'mailto:b@example.com',
      ]);
      expect(links.every((link) => link.rel === 'author' && link.textContent === 'Nhã Phương')).to.equal(
        true,
      );
      expect(el.shadowRoot!.querySelector('img')!.alt).to.equal('');
    });

    it('takes names as a property too, also one set before the tag was known', async () => {
      const el = document.createElement('article-byline');
      Object.assign(el, {lang: 'vi', authors: ['A', 'B'], prefix: 'Bài:'});
      document.body.append(el);
      await el.updateComplete;
      expect(shownText(el)).to.equal('Bài: A và B');
      Object.assign(el, {authors: 'C; D', separator: ' | '});
      await el.updateComplete;
      expect(shownText(el)).to.equal('Bài: C | D');
      el.setAttribute('authors', '["E"]');
      expect(el.authors).to.deep.equal(['E']);
      el.removeAttribute('authors');
      await el.updateComplete;
      expect(shownText(el)).to.equal('');
      el.remove();
    });

    for (const href of [
      'javascript:alert(1)',
      ' \tjava\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'http://[',
    ]) {
      it(`makes no link of ${JSON.stringify(href)}`, async () => {
        const el = await byline(html`<article-byline .authors=${[{name: 'A', href}]}></article-byline>`);
        expect(shownText(el)).to.equal('A');
        expect(el.shadowRoot!.querySelector('a')).to.equal(null);
        expect(warnings.taken().length).to.equal(1);
      });
    }
  });

  it('breaks no name that fits into a line, drawn or of the page', async () => {
    const names = ['Nhã Phương', 'Thanh Nhả', 'Văn Út'];
    const drawn = await byline(html`<article-byline .authors=${names}></article-byline>`);
    const own = await byline(html`<article-byline>${names.map(a)}</article-byline>`);
    for (const el of [drawn, own]) {
      for (let width = 120; width < 400; width += 5) {
        el.style.inlineSize = `${width}px`;
        const boxes = parts(el, 'author').map((author) => {
          const range = document.createRange();
          range.selectNodeContents(
            author instanceof HTMLSlotElement ? author.assignedElements()[0]! : author,
          );
          return range.getBoundingClientRect().height;
        });
        expect(Math.max(...boxes), `${width} px`).to.be.below(30);
      }
    }
  });

  describe('authors that cannot be read', () => {
    const broken: [authors: unknown, text: string][] = [
      ['[{"name": "A"', ''],
      ['[{"ten": "A"}, null, 7, "B"]', 'B'],
      [42, ''],
      [[{name: {}}, 'B'], 'B'],
    ];
    for (const [authors, text] of broken) {
      it(`are reported, and the rest is shown: ${JSON.stringify(authors)}`, async () => {
        const el = document.createElement('article-byline');
        Object.assign(el, {authors});
        const told = oneEvent(el, 'article-error') as Promise<ArticleErrorEvent>;
        document.body.append(el);
        expect((await told).code).to.equal('invalid-authors');
        expect(shownText(el)).to.equal(text);
        expect(warnings.taken()[0]).to.match(/^\[article-widgets\] <article-byline> authors=/);
        el.remove();
      });
    }

    for (const given of ['[{"name":', '[1]', '[null]', '[{"name":5}]', '[[]]']) {
      it(`are named as they were given: ${given}`, async () => {
        await byline(html`<article-byline authors=${given}></article-byline>`);
        const message = `[article-widgets] <article-byline> authors="${given}": not an author or link`;
        expect(warnings.taken()).to.deep.equal([message]);
        const value = given.endsWith(']') ? (JSON.parse(given) as string[]) : given;
        await byline(html`<article-byline .authors=${value as string[]}></article-byline>`);
        const [, warning, ...more] = warnings.taken();
        expect(warning!.replaceAll('\\', '')).to.contain(given);
        expect(more).to.deep.equal([]);
      });
    }

    it('are reported even where they have no words', async () => {
      const circle: unknown[] = [];
      circle.push(circle);
      await byline(html`<article-byline .authors=${circle as string[]}></article-byline>`);
      expect(warnings.taken().join()).to.contain('authors="object"');
    });

    it('leave the content of the page as it is', async () => {
      const el = await byline(
        html`<article-byline authors="[broken" prefix="Bài:">Nhã Phương</article-byline>`,
      );
      expect(shownText(el)).to.equal('Bài: Nhã Phương');
      expect(warnings.taken().length).to.equal(1);
    });
  });
});

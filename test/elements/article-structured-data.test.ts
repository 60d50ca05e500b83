import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/article-byline/article-byline.js';
import '../../src/article-headline/article-headline.js';
import '../../src/article-structured-data/article-structured-data.js';
import {captureWarnings} from './support/warnings.js';
import {waitUntil} from './support/wait-until.js';

const headline = html`<article-headline id="story" headline="Vụ mùa"></article-headline>`;
const data = html`<article-structured-data></article-structured-data>`;
const scriptIn = (root: ParentNode) => root.querySelector('article-structured-data > script');

async function page(template: TemplateResult): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(html`<main>${template}</main>`);
  await nextFrame();
  return root;
}

describe('<article-structured-data>', () => {
  const warnings = captureWarnings();

  it('writes what the widgets of the page say, once', async () => {
    const root = await page(html`${headline}${data}${data}`);
    await expect(root).to.be.accessible();
    const scripts = [...root.querySelectorAll('script')];
    expect(scripts.map(({type}) => type)).to.deep.equal(['application/ld+json']);
    expect(JSON.parse(scripts[0]!.text)).to.deep.include({'@type': 'NewsArticle', headline: 'Vụ mùa'});
    const element = scripts[0]!.parentElement!;
    root.prepend(element);
    await nextFrame();
    expect(root.querySelectorAll('script').length, 'moved').to.equal(1);
    expect(root.querySelector('article-structured-data')!.getBoundingClientRect().height).to.equal(0);
  });

  it('reads properties that no attribute shows', async () => {
    const byline = document.createElement('article-byline');
    byline.authors = ['A', {name: 'B'}];
    const root = await page(html`${headline}${byline}${data}`);
    expect(JSON.parse(scriptIn(root)!.textContent!).author.length).to.equal(2);
  });

  const told: [what: string, content: () => Element | TemplateResult][] = [
    ['a script', () => ldJson('{"@context": "https://schema.org", "@type": "NewsArticle"}')],
    ['a script with two types', () => ldJson('{"@type": ["Thing", "ReportageNewsArticle"]}')],
    ['a script with a graph', () => ldJson('{"@graph": [{"@type": "WebSite"}, {"@type":"BlogPosting"}]}')],
    ['a script with a whole address', () => ldJson('{"@type": "https://schema.org/NewsArticle"}')],
    ['a script with a prefix', () => ldJson('{"@type": "schema:NewsArticle"}')],
    ['a script about a report', () => ldJson('{"@type": "Report"}')],
    ['a script with a list', () => ldJson('[{"@type": "WebSite"}, {"@type": "Article"}]')],
    ['a script about a page', () => ldJson('{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle"}}')],
    ['a script with escapes', () => ldJson('{"\\u0040type": "News\\u0041rticle"}')],
    ['microdata of a blog', () => html`<div itemscope itemtype="https://schema.org/BlogPosting"></div>`],
    [
      'microdata with several types',
      () => html`<div itemscope itemtype="https://schema.org/NewsArticle https://schema.org/Review"></div>`,
    ],
    ['RDFa', () => html`<div vocab="https://schema.org/" typeof="NewsArticle"></div>`],
    ['microdata', () => html`<div itemscope itemtype="https://schema.org/NewsArticle"></div>`],
  ];
  for (const [what, content] of told) {
    it(`writes nothing where the page itself tells it in ${what}`, async () => {
      const root = await page(html`${content()}${headline}${data}`);
      expect(scriptIn(root)).to.equal(null);
    });
  }

  const others = [
    '{"@type": "BreadcrumbList"}',
    '{"@type": "WebPage", "mentions": {"@type": "NewsArticle"}}',
    '{"@type": "WebPage", "description": "\\"@type\\": \\"NewsArticle\\""}',
    '{"@type": "NewsArticle"',
    'null',
    '[null, 7, "NewsArticle", {"@graph": null, "@type": [null]}]',
  ];
  for (const text of others) {
    it(`writes beside data about something else: ${text}`, async () => {
      const root = await page(html`${ldJson(text)}${headline}${data}`);
      expect(scriptIn(root)).to.exist;
    });
  }

  it('writes nothing without a headline', async () => {
    const root = await page(data);
    expect(scriptIn(root)).to.equal(null);
    expect(warnings.taken()).to.deep.equal([]);
  });

  it('reads the element that `for` names, and tells of one that is not there', async () => {
    const root = await page(html`
      <div id="other"></div>
      <section id="here">${headline}</section>
      <article-structured-data for="other"></article-structured-data>
      <article-structured-data for="here"></article-structured-data>
      <article-structured-data for="nowhere"></article-structured-data>
    `);
    expect(root.querySelectorAll('script').length).to.equal(1);
    expect(root.querySelector('[for=here] > script')).to.exist;
    const alone = await page(html`<article-structured-data for="nowhere"></article-structured-data>`);
    root.remove();
    alone.append(alone.firstElementChild!);
    await waitUntil(() => warnings.taken().some((text) => text.includes('for="nowhere"')));
  });
});

function ldJson(text: string): Element {
  const script = Object.assign(document.createElement('script'), {type: 'application/ld+json'});
  script.textContent = text;
  return script;
}

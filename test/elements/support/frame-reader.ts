import type {ArticleComments} from '../../../src/article-comments/article-comments.js';
import {ReaderOfComments} from './faulty-site.js';
import {waitUntil} from './wait-until.js';

const asks = (): boolean => !dispatchEvent(new Event('beforeunload', {cancelable: true}));

/** What a reader meets who writes and sends a comment in a page that nobody else can look into. */
export async function tellWhatComesOf(typed: string, element: ArticleComments): Promise<object> {
  let storage = 'there is one';
  try {
    void localStorage;
  } catch (error) {
    storage = (error as Error).name;
  }
  const reader = new ReaderOfComments(element);
  const hasForm = () => Boolean(element.shadowRoot?.querySelector('article-comment-form')?.shadowRoot);
  await waitUntil(hasForm, 'a form');
  await reader.box.updateComplete;
  await reader.hasLoaded();
  const texts = reader.texts.length;
  const asksForNothing = asks();
  reader.type(typed);
  await waitUntil(asks, 'the browser asks');
  const kept = reader.box.value;
  const end = await reader.send();
  await element.updateComplete;
  const text = reader.box.value;
  return {storage, texts, asksForNothing, kept, end, text, asksAfterwards: asks()};
}

import {addressOf, given, textOf} from './read.js';
import type {StructuredImage} from './types.js';

/** The pictures of every photo, with the caption and credit that they share. */
export function readImages(root: ParentNode): StructuredImage[] {
  return [...root.querySelectorAll('article-photo')].flatMap((photo) => {
    const own = [...photo.querySelectorAll('img')].filter((picture) => !inSlot(picture, photo));
    const caption = wordsOf(photo, 'caption');
    const creditText = wordsOf(photo, 'credit');
    return (own.length ? own : [photo]).flatMap((picture): StructuredImage | [] => {
      const url = addressOf(photo, given(picture, 'src'));
      if (!url) return [];
      const image: StructuredImage = {'@type': 'ImageObject', url};
      const [width, height] = ['width', 'height'].map((name) => pixels(picture.getAttribute(name)));
      const figcaption =
        picture === photo ? '' : textOf(picture.closest('figure')?.querySelector('figcaption'));
      if (width && height) Object.assign(image, {width: `${width} px`, height: `${height} px`});
      if (figcaption || caption) image.caption = figcaption || caption;
      if (creditText) image.creditText = creditText;
      return image;
    });
  });
}

function inSlot(picture: Element, photo: Element): boolean {
  return [...photo.children].some((child) => child.hasAttribute('slot') && child.contains(picture));
}

function wordsOf(photo: Element, slot: string): string {
  const words = [...photo.children].filter((child) => child.getAttribute('slot') === slot).map(textOf);
  return words.filter(Boolean).join(' ') || textOf(given(photo, slot));
}

function pixels(value: string | null): number | undefined {
  const number = Number.parseInt(value ?? '', 10);
  return number > 0 ? number : undefined;
}

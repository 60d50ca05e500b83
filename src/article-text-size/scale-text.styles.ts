import {css} from 'lit';

/*
 * What the page's stylesheets get while a text is scaled. Media, the toggle that is being pressed, and figures that are
 * as wide as their picture keep their size, each once where one stands in another. article-widgets.css has the same for
 * the time before the first paint, by the same list.
 */
// The minifier leaves the spaces in such lists.
// prettier-ignore
export default css`
  [data-article-text-scale] {
    overflow-wrap: break-word;
  }

  :is([data-article-text-scale], [data-article-text-scale] figure[style]) > :not(img,video,iframe,embed,object,canvas,svg,audio,figure[style],article-text-size) {
    zoom: var(--article-text-scale);
  }

  [data-article-text-scale] :not(img,video,iframe,embed,object,canvas,svg,audio,figure[style],article-text-size) > :is(img,video,iframe,embed,object,canvas,svg,audio,figure[style],article-text-size) {
    zoom: calc(1 / var(--article-text-scale));
  }

  [data-article-text-scale] pre {
    white-space: pre-wrap;
  }

  @media print {
    [data-article-text-scale] {
      --article-text-scale: 1 !important;
    }
  }
`;

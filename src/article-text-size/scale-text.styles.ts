import {css} from 'lit';

/*
 * What the page's stylesheets get while a text is scaled, on paper nothing. Media, the toggle that is being pressed, and
 * boxes that are as wide as their picture keep their size, each once where one stands in another; a target in a target
 * is scaled with it. What else has a width of its own grows up to the column. article-widgets.css has the same for the
 * time before the first paint, by the same list.
 */
// The minifier leaves the spaces in such lists.
// prettier-ignore
export default css`
  @media screen {
    [data-article-text-scale] {
      overflow-wrap: break-word;
    }

    [data-article-text-scale] [data-article-text-scale] {
      --article-text-scale: inherit !important;
    }

    :is([data-article-text-scale]:not([data-article-text-scale] *), [data-article-text-scale] :is(figure,table:has(img),[style*=width]:has(>:is(img,video,iframe,embed,object)))) > :not(img,video,iframe,embed,object,canvas,svg,audio,figure,table:has(img),[style*=width]:has(>:is(img,video,iframe,embed,object)),article-text-size) {
      zoom: var(--article-text-scale);
    }

    [data-article-text-scale]:not([data-article-text-scale] *) :not(img,video,iframe,embed,object,canvas,svg,audio,figure,table:has(img),[style*=width]:has(>:is(img,video,iframe,embed,object)),article-text-size) > :is(img,video,iframe,embed,object,canvas,svg,audio,figure,table:has(img),[style*=width]:has(>:is(img,video,iframe,embed,object)),article-text-size) {
      zoom: calc(1 / var(--article-text-scale));
    }

    :where([data-article-text-scale]) :is([style*=width],[width],input,textarea,select,button):not(img,video,iframe,embed,object,canvas,svg,audio,figure,table:has(img),[style*=width]:has(>:is(img,video,iframe,embed,object)),article-text-size) {
      box-sizing: border-box;
      max-inline-size: 100%;
    }

    [data-article-text-scale] [style*=min-width] {
      min-inline-size: 0 !important;
    }

    [data-article-text-scale] :is(pre,nobr,[nowrap],[style*=nowrap]) {
      text-wrap: wrap !important;
    }

    [data-article-text-wide] {
      display: block;
      inline-size: auto !important;
      min-inline-size: 0 !important;
      overflow-x: auto;
    }
  }

  @media print {
    [data-article-text-scale] {
      --article-text-scale: 1 !important;
    }
  }
`;

type Media = [condition: RegExp, holds: boolean];

const paper: Media[] = [
  [/^print$/, true],
  [/^screen$/, false],
];
const calm: Media[] = [[/^\(prefers-reduced-motion: ?no-preference\)$/, false]];

/** Lets the page be as it would be on paper, and gives the way back. Not every browser lets a test choose the medium. */
export const onPaper = () => pretend(paper);

/** Lets the page be as for a reader who wants no motion. */
export const withoutMotion = () => pretend(calm);

/** Every media rule whose condition is known here holds, or does not hold, whatever the browser says. */
function pretend(known: Media[]): () => void {
  const undo: (() => void)[] = [];
  const change = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        const {media} = rule;
        const before = media.mediaText;
        const found = known.find(([condition]) => condition.test(before));
        if (found) {
          media.mediaText = found[1] ? 'all' : 'not all';
          undo.push(() => (media.mediaText = before));
        }
      }
      if ('cssRules' in rule) change(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of new Set(sheetsOf(document))) change(sheet.cssRules);
  return () => undo.forEach((step) => step());
}

function sheetsOf(root: Document | ShadowRoot): CSSStyleSheet[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? sheetsOf(shadowRoot) : [],
  );
  return [...root.styleSheets, ...root.adoptedStyleSheets, ...inside];
}

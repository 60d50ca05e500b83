const copied = [
  ...['font', 'letter-spacing', 'word-spacing', 'text-transform', 'text-indent', 'tab-size', 'direction'],
  ...['line-height', 'white-space', 'overflow-wrap', 'word-break', 'box-sizing', 'width', 'overflow-y'],
  ...[
    'padding-top',
    'padding-right',
    'padding-bottom',
    'padding-left',
    'scrollbar-gutter',
    'scrollbar-width',
  ],
  ...[
    'border-top-width',
    'border-right-width',
    'border-bottom-width',
    'border-left-width',
    'border-top-style',
  ],
  ...['border-right-style', 'border-bottom-style', 'border-left-style'],
];

/**
 * Lets a text area grow with its text where CSS cannot. The returned function is called after each change, with the
 * text area, or with nothing to give it back. CSS keeps the least and the greatest height. `room` is where it is measured.
 */
export function followHeight(room: Node): (field: HTMLTextAreaElement | null) => void {
  let followed: HTMLTextAreaElement | null = null;
  let given = '';
  const observer = new ResizeObserver(() => measure());

  function measure(): void {
    if (!followed || followed.style.height !== given) return; // the reader has dragged it to a height
    const height = heightOf(followed, room);
    if (height) followed.style.height = given = height;
  }

  return (field) => {
    if (field !== followed) {
      observer.disconnect();
      if (followed?.style.height === given) followed.style.height = '';
      if (!followed?.getAttribute('style')) followed?.removeAttribute('style');
      followed = field;
      given = '';
      if (field) observer.observe(field);
    }
    measure();
  };
}

/**
 * The height at which a text area shows all of its text, measured on a copy: to shrink the text area itself for a
 * moment would let the page jump.
 */
function heightOf(field: HTMLTextAreaElement, room: Node): string {
  const style = getComputedStyle(field);
  const copy = document.createElement('textarea');
  for (const property of copied) copy.style.setProperty(property, style.getPropertyValue(property));
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    height: '0',
    minHeight: '0',
    maxHeight: 'none',
  });
  copy.rows = 1;
  copy.value = field.value;
  copy.inert = true;
  room.appendChild(copy);
  // What is scrolled holds the padding and not the border; what is set, by its box model, both or neither.
  const sides =
    style.boxSizing === 'border-box'
      ? (['borderTopWidth', 'borderBottomWidth'] as const)
      : (['paddingTop', 'paddingBottom'] as const);
  const edges = parseFloat(style[sides[0]]) + parseFloat(style[sides[1]]);
  const height = copy.scrollHeight + (style.boxSizing === 'border-box' ? edges : -edges);
  copy.remove();
  return field.offsetWidth ? `${height}px` : '';
}

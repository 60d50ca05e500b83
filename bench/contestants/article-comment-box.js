import '../../dist/article-comment-box/article-comment-box.js';

globalThis.mount = async (host, {unit, drawn}) => {
  const own = drawn ? '' : '<label>Ý kiến <textarea></textarea></label>';
  host.innerHTML = `<article-comment-box maxlength="200000" count-unit="${unit}">${own}</article-comment-box>`;
  const box = host.firstElementChild;
  await box.updateComplete;
  const field = (drawn ? box.shadowRoot : box).querySelector('textarea');
  const counter = box.shadowRoot.querySelector('[part~=counter]');
  return {field, counter: () => counter.textContent};
};

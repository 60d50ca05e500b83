import '@awesome.me/webawesome/dist/components/textarea/textarea.js';

globalThis.mount = async (host) => {
  host.innerHTML = '<wa-textarea label="Ý kiến" maxlength="200000" with-count></wa-textarea>';
  const box = host.firstElementChild;
  await box.updateComplete;
  const counter = box.shadowRoot.querySelector('[part=count]');
  return {field: box.input, counter: () => counter.textContent};
};

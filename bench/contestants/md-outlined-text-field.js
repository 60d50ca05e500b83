import '@material/web/textfield/outlined-text-field.js';

globalThis.mount = async (host) => {
  host.innerHTML =
    '<md-outlined-text-field type="textarea" label="Ý kiến" maxlength="200000"></md-outlined-text-field>';
  const box = host.firstElementChild;
  await box.updateComplete;
  const field = box.shadowRoot.querySelector('textarea');
  const outline = box.shadowRoot.querySelector('md-outlined-field');
  return {field, counter: () => outline.shadowRoot.querySelector('.counter').textContent};
};

globalThis.mount = (host, {counts}) => {
  host.innerHTML = '<label>Ý kiến <textarea></textarea></label><p></p>';
  const field = host.querySelector('textarea');
  const output = host.querySelector('p');
  const show = () => {
    output.textContent = `${field.value.length} / 200000`;
  };
  if (counts) field.addEventListener('input', show);
  return {field, counter: () => output.textContent};
};

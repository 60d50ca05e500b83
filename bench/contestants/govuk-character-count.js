import {CharacterCount} from 'govuk-frontend';

globalThis.mount = (host, {countType}) => {
  document.body.classList.add('govuk-frontend-supported');
  host.innerHTML = `
    <div class="govuk-form-group govuk-character-count" data-maxlength="200000" data-count-type="${countType}">
      <label class="govuk-label" for="field">Ý kiến</label>
      <textarea class="govuk-textarea govuk-js-character-count" id="field" aria-describedby="field-info"></textarea>
      <div id="field-info" class="govuk-hint govuk-character-count__message">You can enter up to 200000 characters</div>
    </div>`;
  new CharacterCount(host.firstElementChild);
  const counter = host.querySelector('.govuk-character-count__status');
  return {field: host.querySelector('textarea'), counter: () => counter.textContent};
};

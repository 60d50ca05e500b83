/* Runs in the page: elements that leak on purpose, each in another way, to see that they are caught. */
const kept = new Set();

class LeakingTimer extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.localName, 60_000);
  }
}

class LeakingListener extends HTMLElement {
  connectedCallback() {
    addEventListener('storage', () => this.localName);
  }
}

class LeakingSet extends HTMLElement {
  connectedCallback() {
    kept.add(this);
  }
}

customElements.define('leaking-timer', LeakingTimer);
customElements.define('leaking-listener', LeakingListener);
customElements.define('leaking-set', LeakingSet);

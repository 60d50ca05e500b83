import {expect} from '@open-wc/testing';
import {CommentDraftKeeper, type DraftStorage} from '../../src/comments/index.js';
import * as safeStorage from '../../src/shared/storage.js';

const place = {site: 'bao.example', article: 'lua'};
const draft = {text: 'Tôi nghĩ', name: 'Lan'};

function memory(): DraftStorage & {kept: Map<string, string>} {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: (key) => kept.get(key) ?? null,
    remember: (key, value) => (value === null ? kept.delete(key) : kept.set(key, value), true),
  };
}

describe('drafts', () => {
  it('come back after a reload, with their key', () => {
    const storage = memory();
    const before = new CommentDraftKeeper(storage, place);
    expect(before.restore()).to.equal(undefined);
    before.save(draft);
    const key = before.keyFor(draft);
    const after = new CommentDraftKeeper(storage, place);
    expect(after.restore()).to.deep.equal(draft);
    expect(after.keyFor(draft)).to.equal(key);
  });

  it('keep one key for every try, and take a new one once the text was changed or taken', () => {
    const keeper = new CommentDraftKeeper(memory(), place);
    const key = keeper.keyFor(draft);
    expect(key).to.match(/^[\x21-\x7e]{20,255}$/);
    expect(keeper.keyFor({...draft})).to.equal(key);
    keeper.save({...draft, text: 'Tôi nghĩ lại'});
    expect(keeper.keyFor(draft)).to.equal(key);
    const changed = keeper.keyFor({...draft, text: 'Tôi nghĩ lại'});
    expect(changed).not.to.equal(key);
    keeper.clear();
    expect(keeper.keyFor({...draft, text: 'Tôi nghĩ lại'})).not.to.equal(changed);
  });

  it('have one key in all tabs that were given the same one back, and another for what a tab makes of it', () => {
    const storage = memory();
    const writer = new CommentDraftKeeper(storage, place);
    writer.save(draft);
    const [one, two] = [1, 2].map(() => new CommentDraftKeeper(storage, place));
    one!.restore();
    two!.restore();
    const key = one!.keyFor(draft);
    expect(two!.keyFor(draft)).to.equal(key);
    expect(writer.keyFor(draft), 'in which it was written').to.equal(key);
    expect(two!.keyFor({...draft, text: 'Tôi nghĩ lại'})).not.to.equal(key);
  });

  it('are apart by site, article and comment answered', () => {
    const storage = memory();
    const places = [
      place,
      {...place, article: 'mua'},
      {...place, parentId: '7'},
      {...place, site: 'khac.example'},
    ];
    const keepers = places.map((where) => new CommentDraftKeeper(storage, where));
    keepers.forEach((keeper, index) => keeper.save({text: `số ${index}`}));
    const again = places.map((where) => new CommentDraftKeeper(storage, where).restore()?.text);
    expect(again).to.deep.equal(['số 0', 'số 1', 'số 2', 'số 3']);
    expect(new Set(keepers.map((keeper, index) => keeper.keyFor({text: `số ${index}`}))).size).to.equal(4);
  });

  it('of two tabs stay both, and neither overwrites the other', () => {
    const storage = memory();
    const first = new CommentDraftKeeper(storage, place);
    const second = new CommentDraftKeeper(storage, place);
    first.save({text: 'Một'});
    second.save({text: 'Hai'});
    first.save({text: 'Một rưỡi'});
    second.save({text: 'Hai rưỡi'});
    const after = new CommentDraftKeeper(storage, place);
    expect(after.restore()?.text, 'the last one is offered').to.equal('Hai rưỡi');
    second.clear();
    expect(new CommentDraftKeeper(storage, place).restore()?.text).to.equal('Một rưỡi');
    first.clear();
    expect(storage.kept.size).to.equal(0);
  });

  it('that another tab has sent or changed do not come back from a tab that did nothing', () => {
    const storage = memory();
    const first = new CommentDraftKeeper(storage, place);
    first.save({text: 'Một'});
    const second = new CommentDraftKeeper(storage, place);
    second.restore();
    first.save({text: 'Một hai'});
    second.save({text: 'Một'});
    expect(new CommentDraftKeeper(storage, place).restore()?.text).to.equal('Một hai');
    first.clear();
    second.save({text: 'Một'});
    expect(storage.kept.size).to.equal(0);
  });

  it('of two tabs with the same text stay both', () => {
    const storage = memory();
    const [first, second] = [new CommentDraftKeeper(storage, place), new CommentDraftKeeper(storage, place)];
    first.save({text: 'Một'});
    second.save({text: 'Một'});
    first.save({text: 'Một hai'});
    second.save({text: 'Một'});
    first.clear();
    expect(new CommentDraftKeeper(storage, place).restore()?.text).to.equal('Một');
    second.clear();
    expect(storage.kept.size).to.equal(0);
  });

  it('that a tab only offered are still those of the tab that goes on with them', () => {
    const storage = memory();
    const first = new CommentDraftKeeper(storage, place);
    first.save(draft);
    const second = new CommentDraftKeeper(storage, place);
    second.save(second.restore()!);
    first.save({...draft, text: 'Tôi nghĩ lại'});
    first.clear();
    expect(storage.kept.size).to.equal(0);
  });

  it('that the browser has posted are over once another page has come, and not before', () => {
    const storage = memory();
    const keeper = new CommentDraftKeeper(storage, place);
    keeper.post(draft);
    keeper.save(draft); // the page goes away
    expect(new CommentDraftKeeper(storage, place).restore(true)).to.equal(undefined);
    expect(storage.kept.size).to.equal(0);
    keeper.post(draft);
    expect(new CommentDraftKeeper(storage, place).restore(false)).to.deep.equal(draft);
    expect(new CommentDraftKeeper(storage, place).restore(true), 'given back is not sent').to.deep.equal(
      draft,
    );
  });

  it('that were posted and then changed, or not posted after all, are drafts like any', () => {
    const storage = memory();
    const keeper = new CommentDraftKeeper(storage, place);
    keeper.post(draft);
    keeper.save({...draft, text: 'Tôi nghĩ lại'});
    expect(new CommentDraftKeeper(storage, place).restore(true)?.text).to.equal('Tôi nghĩ lại');
    keeper.post(draft);
    keeper.post(draft, false);
    expect(new CommentDraftKeeper(storage, place).restore(true)).to.deep.equal(draft);
  });

  it('are forgotten after thirty days', () => {
    const storage = memory();
    const now = Date.now;
    const day = 24 * 3_600_000;
    try {
      new CommentDraftKeeper(storage, place).save(draft);
      Date.now = () => now() + 29 * day;
      expect(new CommentDraftKeeper(storage, place).restore()).to.deep.equal(draft);
      Date.now = () => now() + 31 * day;
      expect(new CommentDraftKeeper(storage, place).restore()).to.equal(undefined);
    } finally {
      Date.now = now;
    }
  });

  it('of many tabs do not fill the storage', () => {
    const storage = memory();
    for (let tab = 0; tab < 40; tab++) new CommentDraftKeeper(storage, place).save({text: `số ${tab}`});
    expect(JSON.parse([...storage.kept.values()][0]!)).to.have.length(8);
  });

  it('never hold an e-mail address', () => {
    const storage = memory();
    const keeper = new CommentDraftKeeper(storage, place);
    keeper.save({...draft, email: 'lan@example.com'} as typeof draft);
    keeper.keyFor({...draft, email: 'lan@example.com'} as typeof draft);
    expect([...storage.kept.values()].join()).not.to.contain('example.com');
  });

  it('leave nothing behind when they are blank or taken', () => {
    const storage = memory();
    const keeper = new CommentDraftKeeper(storage, place);
    keeper.save(draft);
    keeper.save({text: ' \n '});
    expect(storage.kept.size).to.equal(0);
    keeper.keyFor(draft);
    keeper.clear();
    expect(storage.kept.size).to.equal(0);
  });

  it('do without what somebody else wrote', () => {
    for (const junk of [
      '',
      '{',
      'null',
      '7',
      '[]',
      '{"text":"x"}',
      '[null]',
      '["x"]',
      '[{"text":{}}]',
      '[{"text":["x"]}]',
      '[{"__proto__":{"text":"x"}}]',
    ]) {
      const keeper = new CommentDraftKeeper({recall: () => junk, remember: () => true}, place);
      expect(keeper.restore(), junk).to.equal(undefined);
      expect(keeper.keyFor(draft)).to.match(/^[0-9a-f]{32}-\d+$/);
    }
    const odd = new CommentDraftKeeper(
      {recall: () => '[{"text":"x","id":"a\\nb\\nc\\nd\\ne\\nf","name":{}}]', remember: () => true},
      place,
    );
    expect(odd.restore()).to.deep.equal({text: 'x', name: ''});
    expect(odd.keyFor(draft)).to.match(/^[0-9a-f]{32}-\d+$/);
  });

  it('are harmless where storage is full or blocked, and keep their key all the same', () => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'localStorage', {configurable: true, get: blocked});
    try {
      const keeper = new CommentDraftKeeper(safeStorage, place);
      expect(keeper.restore()).to.equal(undefined);
      expect(keeper.save(draft)).to.equal(false);
      expect(keeper.keyFor(draft)).to.equal(keeper.keyFor(draft));
    } finally {
      Object.defineProperty(globalThis, 'localStorage', descriptor);
    }
  });
});

import {bundleAll} from './lib/bundle.js';
import {openPages} from './lib/pages.js';
import {table, writeRatio} from './lib/report.js';
import {interleave} from './lib/rounds.js';
import {judge, median, ratio} from './lib/statistics.js';
import {measureTyping} from './lib/typing-probe.js';

const limit = 200_000;
const sizes = [0, 500, 10_000, 100_000];
const warmUp = 5;
// The browser itself takes long for a key in a long text.
const keysAt = (size) => (size > 50_000 ? 10 : 25);

// `shows` is the number in the counter for a count of characters; a bare textarea has none.
const used = (count) => `${count}`;
const left = (count) => `${limit - count}`;

const contestants = [
  {
    name: '`value.length` counter',
    module: './contestants/plain-textarea.js',
    options: {counts: true},
    shows: used,
  },
  {name: 'bare textarea', module: './contestants/plain-textarea.js', shows: () => ''},
  ...['code-point', 'grapheme'].flatMap((unit) => [
    {
      name: `\`<article-comment-box>\`, ${unit}`,
      module: './contestants/article-comment-box.js',
      options: {unit},
      shows: used,
    },
    {
      name: `\`<article-comment-box>\`, ${unit}, drawn`,
      module: './contestants/article-comment-box.js',
      options: {unit, drawn: true},
      shows: used,
    },
  ]),
  ...['length', 'characters'].map((countType) => ({
    name: `govuk-frontend, ${countType}`,
    module: './contestants/govuk-character-count.js',
    options: {countType},
    shows: left,
  })),
  {name: '`<wa-textarea>`', module: './contestants/wa-textarea.js', shows: left},
  {name: '`<md-outlined-text-field>`', module: './contestants/md-outlined-text-field.js', shows: used},
];

/**
 * Typing: what a key costs in a box that counts its characters, by how much text it holds.
 * @param {{rounds: number}} options
 */
export default async function typing({rounds}) {
  const {contestants: bundled, files} = await bundleAll(contestants);
  const pages = await openPages(files);
  try {
    const samples = await interleave(bundled, rounds, (contestant) =>
      pages.inFreshPage((page) => sample(page, contestant)),
    );
    return report(bundled, samples);
  } finally {
    await pages.close();
  }
}

async function sample(page, contestant) {
  const boxes = await measureTyping(page, contestant, sizes.map(makeTask));
  boxes.forEach((box, index) => verify(contestant, sizes[index], box));
  return boxes.map(({times}) => median(times));
}

function verify({name, shows}, size, {counters, length}) {
  if (length !== size + warmUp + keysAt(size))
    throw new Error(`${name} holds ${length} characters for ${size}`);
  counters.forEach((counter, key) => {
    const wanted = shows(size + warmUp + key + 1);
    const shown = counter.replace(/[.,\s]/g, '').match(/\d+/)?.[0] ?? '';
    if (shown !== wanted) throw new Error(`${name} shows "${counter}", not ${wanted}`);
  });
}

function report(bundled, samples) {
  const times = (contestant, box) => samples.get(contestant).map((sample) => sample[box]);
  const measure = (contestant, box) => ratio(times(contestant, box), times(bundled[0], box));
  const rows = (chosen, write) =>
    chosen.map((contestant) => [contestant.name, ...sizes.map((_, box) => write(measure(contestant, box)))]);
  const target = (measured) => `${judge(measured, 2.5)}: ${measured.value.toFixed(2)}x`;
  const ours = bundled.filter(({name}) => name.includes('article-comment-box'));
  const head = ['', ...sizes.map((size) => `${size.toLocaleString('en')} characters`)];
  return [
    table('A key in a counted box, x a `value.length` counter', head, rows(bundled, writeRatio)),
    table('Target of `<article-comment-box>`: at most 2.5x', head, rows(ours, target)),
  ];
}

function makeTask(size) {
  return {text: vietnamese(size), warmUp, keys: keysAt(size)};
}

/** Vietnamese text in lines of 128 characters, the line feed included. */
function vietnamese(length) {
  const words = 'Mùa gặt về trên đôi bờ Cái Sậy, người dân phấn khởi vì lúa được mùa, được giá. ';
  const line = words.repeat(2).slice(0, 127).normalize('NFC');
  return `${line}\n`.repeat(Math.ceil(length / 128)).slice(0, length);
}

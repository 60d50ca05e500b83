import {bundleAll} from './lib/bundle.js';
import {countIntl, measureDates} from './lib/dates-probe.js';
import {openPages} from './lib/pages.js';
import {table, writeRatio, writeTime} from './lib/report.js';
import {interleave} from './lib/rounds.js';
import {estimate, judge, ratio} from './lib/statistics.js';
import {isDateline, isElapsed, isWholeDate, makeStamps} from './lib/stamps.js';

const parts = 'weekday="long" day="2-digit" month="2-digit" year="numeric" hour="2-digit" minute="2-digit"';
const inVietnam = 'hour-format="24" time-zone="Asia/Ho_Chi_Minh"';
const [shoelace, webawesome] = [
  '@shoelace-style/shoelace/dist/components',
  '@awesome.me/webawesome/dist/components',
];

/** Each is written as its documentation says, for the same moments; `shows` checks the text of one of them. */
const contestants = [
  {
    name: 'plain `<time>` text',
    module: './contestants/plain-time.js',
    tag: (stamp) => `<time datetime="${stamp}"></time>`,
    shows: isWholeDate,
  },
  {
    name: '`<article-date>`',
    module: '../dist/article-date/article-date.js',
    tag: (stamp) => `<article-date datetime="${stamp}"></article-date>`,
    shows: isDateline,
  },
  {
    name: '`<relative-time>`',
    module: '@github/relative-time-element',
    tag: (stamp) => `<relative-time datetime="${stamp}"></relative-time>`,
    shows: isElapsed,
  },
  {
    name: '`<wa-relative-time>`',
    module: `${webawesome}/relative-time/relative-time.js`,
    tag: (stamp) => `<wa-relative-time date="${stamp}"></wa-relative-time>`,
    shows: isElapsed,
  },
  {
    name: '`<wa-format-date>`',
    module: `${webawesome}/format-date/format-date.js`,
    tag: (stamp) => `<wa-format-date date="${stamp}" ${parts} ${inVietnam}></wa-format-date>`,
    shows: isWholeDate,
  },
  {
    name: '`<sl-relative-time>`',
    module: `${shoelace}/relative-time/relative-time.js`,
    tag: (stamp) => `<sl-relative-time date="${stamp}"></sl-relative-time>`,
    shows: isElapsed,
  },
  {
    name: '`<sl-format-date>`',
    module: `${shoelace}/format-date/format-date.js`,
    tag: (stamp) => `<sl-format-date date="${stamp}" ${parts} ${inVietnam}></sl-format-date>`,
    shows: isWholeDate,
  },
];

/**
 * Dates: what importing the module costs, the first element of a page, and 1,000 elements.
 * @param {{rounds: number}} options
 */
export default async function dates({rounds}) {
  const {contestants: bundled, files} = await bundleAll(contestants);
  const pages = await openPages(files);
  try {
    const intl = new Map();
    for (const contestant of bundled) {
      intl.set(contestant, await pages.inFreshPage((page) => countIntl(page, contestant, makeStamps(1))));
    }
    const samples = await interleave(bundled, rounds, (contestant) =>
      pages.inFreshPage((page) => sample(page, contestant)),
    );
    return report(bundled, samples, intl);
  } finally {
    await pages.close();
  }
}

async function sample(page, contestant) {
  const stamps = makeStamps(1000);
  const {load, first, repeats, texts} = await measureDates(page, contestant, stamps);
  const wrong = texts.findIndex((text, index) => !contestant.shows(text, stamps[index]));
  if (wrong >= 0 || texts.length !== stamps.length) {
    throw new Error(`${contestant.name} shows "${texts[wrong]}" for ${stamps[wrong]}`);
  }
  return {load, first, many: Math.min(...repeats)}; // whatever else runs can only add to it
}

function report(bundled, samples, intl) {
  const of = (contestant, measure) => samples.get(contestant).map((one) => one[measure]);
  const [floor, ours, ...peers] = bundled;
  const perElement = (contestant) => ratio(of(contestant, 'many'), of(floor, 'many'));
  const first = (contestant) => ratio(of(contestant, 'first'), of(ours, 'first'));
  const fastest = peers.reduce((best, peer) => (first(peer).value < first(best).value ? peer : best));
  const rows = bundled.map((contestant) => [
    contestant.name,
    writeRatio(perElement(contestant)),
    writeRatio(first(contestant)),
    writeTime(estimate(of(contestant, 'load'))),
    `${intl.get(contestant).atLoad}, ${intl.get(contestant).atFirst}`,
  ]);
  const head = [
    '',
    '1,000 elements, x plain',
    'first element, x ours',
    'import',
    'Intl calls: import, first',
  ];
  return [table('1,000 dates, the first date, and the import', head, rows), table(...targets())];

  function targets() {
    const many = perElement(ours);
    const load = estimate(of(ours, 'load'));
    const toFastest = ratio(of(ours, 'first'), of(fastest, 'first'));
    const {atLoad, atFirst} = intl.get(ours);
    const none = (count) => (count ? 'missed' : 'met');
    return [
      'Targets of `<article-date>`',
      ['', 'target', 'measured', ''],
      [
        ['1,000 elements', 'at most 4.5x plain text', writeRatio(many), judge(many, 4.5)],
        ['import', 'at most 3 ms', writeTime(load), judge(load, 3)],
        ['Intl objects, import', 'none', String(atLoad), none(atLoad)],
        ['Intl objects, first element', 'none', String(atFirst), none(atFirst)],
        [
          'first element',
          `at most 0.5x ${fastest.name}, the fastest peer`,
          writeRatio(toFastest),
          judge(toFastest, 0.5),
        ],
      ],
    ];
  }
}

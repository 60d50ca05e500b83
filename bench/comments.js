import {bundleAll} from './lib/bundle.js';
import {measureComments} from './lib/comments-probe.js';
import {openPages} from './lib/pages.js';
import {table, writeRatio, writeTime} from './lib/report.js';
import {interleave} from './lib/rounds.js';
import {makeStamps} from './lib/stamps.js';
import {estimate, judge, median, ratio} from './lib/statistics.js';

const sizes = [1000, 10_000];
const added = 7;
const contestants = [
  {name: 'plain DOM', module: './contestants/plain-comments.js'},
  {name: '`<article-comments>`', module: './contestants/article-comments.js'},
];

/**
 * Long lists of comments, handed over at once: the first paint, until all are there, the longest task, and one more.
 * @param {{rounds: number}} options
 */
export default async function comments({rounds}) {
  const {contestants: bundled, files} = await bundleAll(contestants);
  const pages = await openPages(files);
  try {
    const all = sizes.flatMap((size) => bundled.map((contestant) => ({...contestant, size})));
    const samples = await interleave(all, rounds, (contestant) =>
      pages.inFreshPage((page) => sample(page, contestant)),
    );
    return sizes
      .map((size) => all.filter((one) => one.size === size))
      .flatMap((pair) => report(pair, samples));
  } finally {
    await pages.close();
  }
}

async function sample(page, contestant) {
  const {name, size} = contestant;
  const all = makeComments(size + added);
  const given = {comments: all.slice(added), more: all.slice(0, added).reverse()};
  const {paint, all: whole, longest, add, rows, first, last} = await measureComments(page, contestant, given);
  const right = rows === all.length && first.includes(all[0].text) && last.includes(all.at(-1).text);
  if (!right) throw new Error(`${name} shows ${rows} rows of ${all.length}, from "${first}" to "${last}"`);
  return {paint, whole, longest, add: median(add)};
}

function report(pair, samples) {
  const [plain, ours] = pair;
  const {size} = plain;
  const of = (contestant, measure) => samples.get(contestant).map((one) => one[measure]);
  const compare = (measure, contestant = ours) => ratio(of(contestant, measure), of(plain, measure));
  const time = (measure) => estimate(of(ours, measure));
  const rows = pair.map((contestant) => [
    contestant.name,
    ...['paint', 'whole', 'longest', 'add'].map((measure) => writeTime(estimate(of(contestant, measure)))),
    ...['paint', 'add'].map((measure) => writeRatio(compare(measure, contestant))),
  ]);
  const head = [
    '',
    'first paint',
    'all there',
    'longest task',
    'one more',
    'paint, x plain',
    'one more, x plain',
  ];
  const title = `${size.toLocaleString('en')} comments`;
  const painted =
    size === 1000
      ? [
          'first paint',
          'at most 0.25x plain DOM',
          writeRatio(compare('paint')),
          judge(compare('paint'), 0.25),
        ]
      : ['first paint', 'at most 60 ms', writeTime(time('paint')), judge(time('paint'), 60)];
  const most = size === 1000 ? 1.2 : 2;
  const targets = [
    painted,
    ['all in the document', 'within 1,000 ms', writeTime(time('whole')), judge(time('whole'), 1000)],
    ['longest task', 'at most 50 ms', writeTime(time('longest')), judge(time('longest'), 50)],
    ['one more', `at most ${most}x plain DOM`, writeRatio(compare('add')), judge(compare('add'), most)],
  ];
  return [table(title, head, rows), table(`Targets: ${title}`, ['', 'target', 'measured', ''], targets)];
}

/** Comments about a minute apart, the newest first. */
function makeComments(count) {
  const words = 'Mùa gặt về trên đôi bờ Cái Sậy, người dân phấn khởi vì lúa được mùa, được giá.';
  return makeStamps(count).map((createdAt, index) => ({
    id: `c${count - index}`,
    author: {name: `Bạn đọc ${index % 97}`},
    text: `${words.slice(0, 20 + ((index * 7) % 58))} Số ${count - index}.`,
    createdAt,
    status: 'published',
  }));
}

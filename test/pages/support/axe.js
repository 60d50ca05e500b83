import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the whole page, one line each, and what it cannot decide: then a person must look; `apart` leaves out. */
export async function findViolations(page, {apart = []} = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const {violations, incomplete} = await page.evaluate(
    (values, exclude) => globalThis.axe.run({exclude}, {runOnly: {type: 'tag', values}}),
    tags,
    apart,
  );
  const undecided = incomplete
    .map((result) => ({...result, nodes: result.nodes.filter(hasWords)}))
    .filter(({nodes}) => nodes.length > 0);
  return [...violations.map(describe), ...undecided.map((result) => `undecided: ${describe(result)}`)];
}

/** A button of one letter or sign, such as `A` or `×`, is never decided; those were looked at. */
function hasWords({html}) {
  return html.replace(/<[^>]*>/g, '').trim().length > 1;
}

function describe({id, help, nodes}) {
  return `axe ${id}: ${help} (${nodes.map(({target}) => target.flat().join(' ')).join(', ')})`;
}

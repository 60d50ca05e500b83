/** Runs in the page: every shift since its start, and what was shifted. */
export async function readShifts() {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const nameOf = ({node, previousRect, currentRect}) =>
    `${node?.nodeName} ${node?.id ?? ''} ${node?.className ?? ''} ${JSON.stringify(previousRect)} → ${JSON.stringify(currentRect)}`;
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) =>
      resolve(list.getEntries().map(({value, sources}) => ({value, sources: sources.map(nameOf)}))),
    );
    observer.observe({type: 'layout-shift', buffered: true});
    setTimeout(() => resolve([]), 500);
  });
}

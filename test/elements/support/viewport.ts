import {executeServerCommand} from '@web/test-runner-commands';
import {waitUntil} from './wait-until.js';

const before = {width: innerWidth, height: innerHeight};

// The next test file may run in the same window.
after(() => resizeViewport(before.width, before.height));

/** Gives the page another size until the test file ends, in every browser that the tests run in. */
export async function resizeViewport(width: number, height: number): Promise<void> {
  if (width === innerWidth && height === innerHeight) return;
  await executeServerCommand('resize-viewport', {width, height});
  await waitUntil(
    () => innerWidth === width && innerHeight === height,
    `no viewport of ${width} × ${height}`,
  );
}

/**
 * Ends a run of Web Test Runner with two plain lines, the same that `node --test` ends with, so that one rule adds
 * up both. A file that could not be loaded has no tests to count, and counts as one that failed.
 * @returns {import('@web/test-runner').Reporter}
 */
export function countReporter() {
  return {
    stop({sessions}) {
      const files = [...sessions];
      const tests = files.flatMap((session) => (session.testResults ? testsOf(session.testResults) : []));
      const failed = tests.filter((test) => !test.passed && !test.skipped).length;
      const broken = files.filter((session) => !session.passed).length;
      console.log(); // the runner may draw over the line that it stands on
      console.log(`# pass ${tests.filter((test) => test.passed && !test.skipped).length}`);
      console.log(`# fail ${Math.max(failed, broken)}`);
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

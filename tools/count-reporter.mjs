import {relative} from 'node:path';

/**
 * Ends a run of Web Test Runner with the same plain lines as `node --test`, so that one rule adds up both and finds
 * what failed: a line for each failure, then two numbers. A file that could not be loaded has no tests to count, and
 * counts as one that failed.
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
      for (const session of files) if (!session.passed) reportFailures(session);
      console.log(`# pass ${tests.filter((test) => test.passed && !test.skipped).length}`);
      console.log(`# fail ${Math.max(failed, broken)}`);
    },
  };
}

/** @param {import('@web/test-runner').TestSession} session */
function reportFailures({testFile, testResults, errors, browser}) {
  const file = `${browser.name}: ${relative(process.cwd(), testFile)}`;
  const failed = testResults ? testsOf(testResults).filter((test) => !test.passed && !test.skipped) : [];
  for (const {name, error} of failed) console.log(`not ok - ${file}: ${name}: ${firstLine(error?.message)}`);
  for (const {message} of errors) console.log(`not ok - ${file}: ${firstLine(message)}`);
}

/** @param {string | undefined} text */
function firstLine(text) {
  return text?.split('\n', 1)[0] ?? '';
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

// Prints "N passed, N failed" from Jest's JSON report, for machines that read one line.
import { existsSync, readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (!existsSync(file)) {
  console.log('0 passed, 1 failed'); // something before the tests stopped the run
} else {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that does not even load fails as a suite and has no tests to count.
  console.log(`${report.numPassedTests} passed, ${report.numFailedTests + report.numRuntimeErrorTestSuites} failed`);
}

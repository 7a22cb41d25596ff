// Prints vitest's results (its JSON report) as one plain line. A file that can't even be loaded counts as a failure.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const unloaded = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length).length;
const skipped = report.numPendingTests + report.numTodoTests;
const counts = [`${report.numPassedTests} passed`, `${report.numFailedTests + unloaded} failed`];
console.log([...counts, ...(skipped ? [`${skipped} skipped`] : [])].join(', '));

#!/usr/bin/env node
import { EXIT } from './exit-codes.js';
import { run } from './run.js';

const interruption = new AbortController();
process.on('SIGINT', () => {
  if (interruption.signal.aborted) process.exit(EXIT.interrupted); // a second Ctrl-C means now
  interruption.abort();
});
// `posctl … | head` closes the pipe early: not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

void run(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  signal: interruption.signal,
}).then((code) => {
  process.exitCode = code;
});

import { createInterface } from 'node:readline/promises';
import { flagOption, type Invocation } from './command.js';
import { CommandError, EXIT, Interrupted } from './exit-codes.js';

/** Asks before something is destroyed. @throws CommandError `usage` where nobody can be asked, Interrupted when the answer is no. */
export async function confirm({ options, printer, signal }: Invocation, question: string): Promise<void> {
  if (flagOption(options, 'yes')) return;
  if (flagOption(options, 'no-input') || !process.stdin.isTTY) {
    throw new CommandError(EXIT.usage, question, 'Nobody can be asked here: give --yes to go ahead.');
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await prompt.question(`${question} [y/N] `, { signal });
    if (/^y(es)?$/i.test(answer.trim())) return;
    printer.note('Nothing was changed.');
    throw new Interrupted();
  } finally {
    prompt.close();
  }
}

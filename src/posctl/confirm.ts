import { answerTo, canAsk } from './ask.js';
import { flagOption, type Invocation } from './command.js';
import { CommandError, EXIT, Interrupted } from './exit-codes.js';

/** Asks before something is destroyed. @throws CommandError `usage` where nobody can be asked, Interrupted when the answer is no. */
export async function confirm(invocation: Invocation, question: string): Promise<void> {
  if (flagOption(invocation.options, 'yes')) return;
  if (!canAsk(invocation))
    throw new CommandError(EXIT.usage, question, 'Nobody can be asked here: give --yes to go ahead.');
  const answer = await answerTo(invocation, `${question} [y/N] `);
  if (!/^y(es)?$/i.test(answer.trim())) throw new Interrupted('Nothing was changed.');
}

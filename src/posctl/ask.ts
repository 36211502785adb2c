import { createInterface } from 'node:readline/promises';
import { flagOption, type Invocation } from './command.js';
import { CommandError, EXIT, Interrupted } from './exit-codes.js';

/** Asks the person at the terminal for a word. @throws CommandError `usage` where nobody can be asked, Interrupted on Ctrl-C. */
export async function ask(invocation: Invocation, question: string, instead: string): Promise<string> {
  if (!canAsk(invocation))
    throw new CommandError(EXIT.usage, `${question}?`, `Nobody can be asked here: give ${instead}.`);
  return (await answerTo(invocation, `${question}: `)).trim();
}

/** Whether there is somebody at a terminal who may be asked. */
export function canAsk({ options }: Invocation): boolean {
  return !flagOption(options, 'no-input') && process.stdin.isTTY;
}

/** What is typed. @throws Interrupted on Ctrl-C, and where the input ends. */
export async function answerTo({ signal }: Invocation, question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and Ctrl-D both close it, and neither is an answer.
  const closed = new Promise<never>((_, reject) => {
    prompt.once('close', () => reject(new Interrupted('Nothing was changed.')));
  });
  try {
    return await Promise.race([prompt.question(question, { signal }), closed]);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw new Interrupted('Nothing was changed.');
    throw error;
  } finally {
    prompt.close();
  }
}

import type { Money } from '../kernel/money.js';
import { ApiClient } from './api-client.js';
import { flagOption, textOption, type Command, type Invocation } from './command.js';
import { connectionOf } from './environment.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { moneyText } from './money-text.js';
import { post } from './post.js';

interface Approval {
  readonly id: string;
  readonly action: string;
  readonly status: string;
  readonly amount: Money | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly expiresAt: string;
}

/** Makes the command that answers somebody who has asked for an approval. */
export function decideApproval(verb: 'grant' | 'deny', details: string): Command {
  return {
    arguments: ['<approval id>'],
    options: {
      note: { type: 'string', value: '<text>', help: 'a word to whoever has asked' },
      'dry-run': { type: 'boolean', help: 'show what was asked for, decide nothing' },
    },
    details,
    examples: [
      `posctl approvals ${verb} 0197a3c2-7b1e-7000-8000-000000000001`,
      `posctl approvals ${verb} 0197a3c2-7b1e-7000-8000-000000000001 --note "seen the receipt" --json`,
    ],
    run: (invocation) => run(invocation, verb),
  };
}

async function run(invocation: Invocation, verb: 'grant' | 'deny'): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const path = `/approvals/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
  const isDry = flagOption(options, 'dry-run');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const approval = isDry
      ? await client.json<Approval>({ method: 'GET', path })
      : await post<Approval>(client, `${path}/${verb}`, { note: textOption(options, 'note') });
    printer.result(isDry ? { dryRun: true, approval } : approval, () => [lineOf(approval)]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function lineOf({ action, status, amount, reason, askedBy, expiresAt }: Approval): string {
  const about = amount === null ? '' : ` of ${moneyText(amount)}`;
  const until = status === 'granted' || status === 'asked' ? `, until ${expiresAt}` : '';
  return `${action}${about}, asked by ${askedBy} ("${reason}"): ${status}${until}`;
}

import type { Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import { post } from '../post.js';

interface Charge {
  readonly paymentId: string;
  readonly orderNumber: string;
  readonly provider: string;
  readonly amount: Money;
  readonly status: string;
  readonly reference: string | null;
  readonly reason: string | null;
}

export const paymentsCheck: Command = {
  arguments: ['<payment id>'],
  options: {},
  details: 'Asking moves no money. A payment that nobody can tell about stays in doubt until a person resolves it.',
  examples: [
    'posctl payments check 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl payments check 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const charge = await post<Charge>(client, `/charges/${encodeURIComponent(id)}/check`);
    printer.result(charge, () => [lineOf(charge)]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function lineOf({ orderNumber, provider, amount, status, reference, reason }: Charge): string {
  const known = [reference, reason].filter((word) => word !== null).join(', ');
  return `${moneyText(amount)} of order ${orderNumber} by ${provider}: ${status}${known === '' ? '' : ` (${known})`}`;
}

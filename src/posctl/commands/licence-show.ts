import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

interface LicenceDocument {
  readonly plan: { readonly name: string } | null;
  readonly status: string;
  readonly paidUntil: string | null;
  readonly ordersUntil: string | null;
  readonly entitlements: readonly { readonly thing: string; readonly used: number; readonly limit: number | null }[];
  readonly month: { readonly orders: number; readonly included: number | null };
  readonly stale: boolean;
}

export const licenceShow: Command = {
  arguments: [],
  options: {},
  examples: ['posctl licence show', 'posctl licence show --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const licence = await client.json<LicenceDocument>({ method: 'GET', path: '/licence' });
    printer.result(licence, () => linesOf(licence));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function linesOf({ plan, status, paidUntil, ordersUntil, entitlements, month, stale }: LicenceDocument): string[] {
  return [
    `${plan?.name ?? 'No plan'}  ${status}${stale ? '  (the subscription service is silent)' : ''}`,
    `Paid until ${paidUntil ?? 'no end'}, orders until ${ordersUntil ?? 'no end'}`,
    ...entitlements.map(({ thing, used, limit }) => `  ${thing}: ${used} of ${limit ?? 'any number'}`),
    `  orders this month: ${month.orders} of ${month.included ?? 'any number'}`,
  ];
}

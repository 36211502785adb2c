import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OUTLET_OPTION } from '../list-command.js';
import { oneOutlet } from '../one-outlet.js';

const NAME = 'zreports verify';

interface Verified {
  readonly intact: boolean;
  readonly series: readonly {
    readonly scope: string;
    readonly seriesId: string;
    readonly reports: number;
    readonly faults: readonly { readonly reportId: string | null; readonly number: number; readonly fault: string }[];
  }[];
}

export const zreportsVerify: Command = {
  arguments: [],
  options: { outlet: OUTLET_OPTION },
  details: 'The service computes the chains of hashes anew. Ends with 1 where something does not fit.',
  examples: ['posctl zreports verify --outlet "Corner Café"', 'posctl zreports verify --outlet "Corner Café" --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const outletId = await oneOutlet(client, NAME, options);
    const path = `/z-reports/verify?outletId=${outletId}`;
    const verified = await client.json<Verified>({ method: 'GET', path });
    printer.result(verified, () => linesOf(verified));
    return verified.intact ? EXIT.done : EXIT.failed;
  } finally {
    client.close();
  }
}

function linesOf({ intact, series }: Verified): string[] {
  const count = series.reduce((sum, { reports }) => sum + reports, 0);
  const faults = series.flatMap(({ scope, faults: found }) =>
    found.map(({ number, fault, reportId }) => `${scope} report ${number}: ${fault} ${reportId ?? ''}`.trimEnd()),
  );
  return [...faults, `${count} reports: ${intact ? 'nothing was changed or taken away' : `${faults.length} faults`}.`];
}

import { ApiClient } from '../api-client.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OUTLET_OPTION } from '../list-command.js';
import { oneOutlet } from '../one-outlet.js';

const NAME = 'days list';
const DAY_MS = 86_400_000;
const DAYS_SHOWN = 14;

interface DayRow {
  readonly businessDate: string;
  readonly status: string;
  readonly zReportId: string | null;
}

export const daysList: Command = {
  arguments: [],
  options: {
    outlet: OUTLET_OPTION,
    from: { type: 'string', value: '<date>', help: `the first day; else ${DAYS_SHOWN} days back` },
    to: { type: 'string', value: '<date>', help: 'the last day; else today' },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  details: 'Days of the past without business are left out. --outlet may be left away where there is one only.',
  examples: [
    'posctl days list --outlet "Corner Café"',
    'posctl days list --outlet "Corner Café" --from 2026-11-01 --to 2026-11-30 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const now = Date.now();
  const from = textOption(options, 'from') ?? dateOf(now - DAYS_SHOWN * DAY_MS);
  const to = textOption(options, 'to') ?? dateOf(now + DAY_MS); // east of Greenwich today has begun earlier
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const outletId = await oneOutlet(client, NAME, options);
    const query = new URLSearchParams({ from, to });
    const path = `/outlets/${outletId}/days?${query.toString()}`;
    const { data } = await client.json<{ data: DayRow[] }>({ method: 'GET', path });
    printer.list(data, [
      { title: 'DAY', value: ({ businessDate }) => businessDate },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'Z REPORT', value: ({ zReportId }) => zReportId ?? '' },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

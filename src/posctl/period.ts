import { usageError } from './arguments.js';
import { textOption, type OptionSpec, type Options } from './command.js';
import { readMoment } from './sales/local-time.js';

/** A span of time: inclusive, exclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** `--from` and `--to`, both needed. */
export const PERIOD_OPTIONS: Readonly<Record<'from' | 'to', OptionSpec>> = {
  from: {
    type: 'string',
    value: '<time>',
    help: "placed at or after, by the till's clock; a date begins at 00:00 UTC",
  },
  to: { type: 'string', value: '<time>', help: 'placed before' },
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the period. @throws CommandError `usage` when an end is missing or is no moment. */
export function periodOf(command: string, options: Options): Period {
  const [from, to] = (['from', 'to'] as const).map((name) => {
    const text = textOption(options, name);
    if (text === undefined) throw usageError(command, '--from and --to are needed.');
    const moment = readMoment(DATE.test(text) ? `${text}T00:00:00Z` : text);
    if (moment === undefined)
      throw usageError(command, `--${name} takes a date or a time such as 2026-11-01T00:00:00+01:00.`);
    return moment;
  }) as [string, string];
  return { from, to };
}

import { ApiClient } from './api-client.js';
import { countOption } from './arguments.js';
import { textOption, type Command, type Invocation, type OptionSpec } from './command.js';
import { connectionOf } from './environment.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { outletOption } from './named-outlet.js';
import { readPages } from './pages.js';
import type { Column } from './printer.js';

/** An option that narrows a list, and the query parameter behind it. */
export interface Filter extends OptionSpec {
  readonly query: string;
}

/** A list of the service as a command. */
export interface ListSpec<Row extends object> {
  /** The command's own name. */
  readonly name: string;
  readonly path: string;
  /** By option; a switch that is on asks for `true`. */
  readonly filters: Readonly<Record<string, Filter>>;
  /** False where rows belong to no outlet; else there is `--outlet`. */
  readonly ofOutlets?: false;
  /** What is asked for whatever the options say. */
  readonly always?: Readonly<Record<string, string>>;
  readonly columns: readonly Column<Row>[];
  readonly details?: string;
  readonly examples: readonly [string, string];
}

const LIMIT = { default: 50, max: 100_000 };

/** The option for one outlet, which may be named. */
export const OUTLET_OPTION: OptionSpec = {
  type: 'string',
  value: '<outlet>',
  help: 'of this outlet: its id or exact name',
};

/** A text option that narrows a list. */
export function filter(query: string, value: string, help: string): Filter {
  return { type: 'string', query, value, help };
}

/** Makes the command that shows a list, page by page up to `--limit`. */
export function listCommand<Row extends object>(spec: ListSpec<Row>): Command {
  const options = Object.fromEntries(
    Object.entries(spec.filters).map(([name, { query: _, ...option }]): [string, OptionSpec] => [name, option]),
  );
  return {
    arguments: [],
    options: {
      ...(spec.ofOutlets !== false && { outlet: OUTLET_OPTION }),
      ...options,
      limit: { type: 'string', value: '<n>', help: `how many at most; else ${LIMIT.default}` },
      jsonl: { type: 'boolean', help: 'print one JSON object a line' },
    },
    ...(spec.details !== undefined && { details: spec.details }),
    examples: spec.examples,
    run: (invocation) => run(invocation, spec),
  };
}

async function run<Row extends object>(invocation: Invocation, spec: ListSpec<Row>): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const limit = countOption(spec.name, options, 'limit', LIMIT);
  const asked = Object.entries(spec.filters).map(([name, { query }]) => [
    query,
    options[name] === true ? 'true' : textOption(options, name),
  ]);
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const outletId = await outletOption(client, options);
    const filters = { ...spec.always, outletId, ...(Object.fromEntries(asked) as Record<string, string | undefined>) };
    printer.list(await readPages<Row>(client, spec.path, filters, limit), spec.columns);
    return EXIT.done;
  } finally {
    client.close();
  }
}

import { isUuid } from '../../kernel/ids.js';
import { ApiClient } from '../api-client.js';
import { amountAt } from '../amount-option.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { OUTLET_OPTION } from '../list-command.js';
import { outletOption } from '../named-outlet.js';
import { readPages } from '../pages.js';
import { post } from '../post.js';
import { sessionLines, type ShownSession } from '../session-lines.js';

const NAME = 'drawers open';
const DRAWERS_MAX = 10_000;

interface Drawer {
  readonly id: string;
  readonly outletId: string;
  readonly name: string;
}

export const drawersOpen: Command = {
  arguments: ['<drawer>'],
  options: {
    float: {
      type: 'string',
      value: '<amount>',
      help: 'what is in it, such as 200.00; else what the last session left',
    },
    tray: { type: 'string', value: '<id>', help: 'the tray that is put in' },
    device: { type: 'string', value: '<name>', help: 'the till that it is locked to' },
    outlet: OUTLET_OPTION,
    'dry-run': { type: 'boolean', help: 'say which drawer would be opened, open none' },
  },
  details:
    'The drawer is named by its id or its exact name. A drawer, a tray and a device have one open session at a time.',
  examples: [
    'posctl drawers open "Front counter" --float 200.00',
    'posctl drawers open 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const drawer = await drawerOf(client, invocation);
    const text = textOption(options, 'float');
    const float = text === undefined ? undefined : await amountAt(client, NAME, { ...drawer, text, said: '--float' });
    const wish = { float, trayId: textOption(options, 'tray'), deviceId: textOption(options, 'device') };
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, drawerId: drawer.id, ...wish }, () => [
        `Drawer "${drawer.name}" would be opened with ${text ?? 'what the last session left'}.`,
      ]);
      return EXIT.done;
    }
    const session = await post<ShownSession>(client, `/drawers/${drawer.id}/sessions`, wish);
    printer.result(session, () => sessionLines(session));
    return EXIT.done;
  } finally {
    client.close();
  }
}

async function drawerOf(client: ApiClient, { arguments: [named = ''], options }: Invocation): Promise<Drawer> {
  if (isUuid(named)) return client.json<Drawer>({ method: 'GET', path: `/drawers/${named}` });
  const filters = { outletId: await outletOption(client, options), active: 'true' };
  const drawers = await readPages<Drawer>(client, '/drawers', filters, DRAWERS_MAX);
  const [found, another] = drawers.filter(({ name }) => name === named);
  if (another !== undefined) throw usageError(NAME, `Several drawers are called "${named}": give --outlet, or the id.`);
  if (found !== undefined) return found;
  const names = drawers.map(({ name }) => `"${name}"`).join(', ');
  throw new CommandError(
    EXIT.notFound,
    `There is no drawer "${named}".`,
    names === '' ? undefined : `There is: ${names}.`,
  );
}

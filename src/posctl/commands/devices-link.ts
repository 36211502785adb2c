import { ApiClient } from '../api-client.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { OUTLET_OPTION } from '../list-command.js';
import { outletOption } from '../named-outlet.js';
import { post } from '../post.js';

interface MadeCode {
  readonly code: string | null;
  readonly qr: string | null;
  readonly expiresAt: string;
}

export const devicesLink: Command = {
  arguments: ['<name>'],
  options: {
    outlet: OUTLET_OPTION,
    kind: {
      type: 'string',
      value: '<kind>',
      help: 'till, tablet, kiosk, kitchen_display, customer_screen or hub; else till',
    },
    serial: { type: 'string', value: '<serial>', help: 'only the device that names it' },
    'dry-run': { type: 'boolean', help: 'say what would be linked, make no code' },
  },
  details:
    'Makes a code that links one device within ten minutes, and shows it once: type it there, or scan the address.',
  examples: [
    'posctl devices link "Counter left" --outlet "Corner Café"',
    'posctl devices link "Kitchen" --outlet "Corner Café" --kind kitchen_display --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [name = ''] = invocation.arguments;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const outletId = await outletOption(client, options);
    if (outletId === undefined) throw new CommandError(EXIT.usage, 'A device belongs to an outlet: give --outlet.');
    const serial = textOption(options, 'serial');
    const wish = {
      outletId,
      name,
      kind: textOption(options, 'kind') ?? 'till',
      ...(serial !== undefined && { serial }),
    };
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, ...wish }, () => [`A code for the ${wish.kind} "${name}" would be made.`]);
      return EXIT.done;
    }
    const made = await post<MadeCode>(client, '/devices/link-codes', wish);
    printer.result(made, () => [`Code ${made.code ?? ''}, until ${made.expiresAt}`, made.qr ?? '']);
    return EXIT.done;
  } finally {
    client.close();
  }
}

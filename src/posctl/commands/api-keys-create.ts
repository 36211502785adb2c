import { randomUUID } from 'node:crypto';
import { isPermission, ROLE_PERMISSIONS } from '../../modules/access/index.js';
import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation, type Options } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

interface IssuedKey {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

const NAME = 'api-keys create';

export const apiKeysCreate: Command = {
  arguments: ['<name>'],
  options: {
    live: { type: 'boolean', help: 'a key whose doings reach the outside world; else a test key' },
    permissions: { type: 'string', value: '<a,b>', help: 'what it may, such as orders:write,catalog:read; else all' },
    outlets: { type: 'string', value: '<id,id>', help: 'the outlets it may act for; else all' },
    expires: { type: 'string', value: '<time>', help: 'when it ends (RFC 3339); else never' },
    'dry-run': { type: 'boolean', help: 'show what would be asked for, make nothing' },
  },
  details: `Nobody can give more than they have. Permissions: ${ROLE_PERMISSIONS.owner.join(', ')}.`,
  examples: [
    'posctl api-keys create "Web shop" --live --permissions orders:read,orders:write,catalog:read',
    'posctl api-keys create tests --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const wish = wishOf(invocation.arguments[0] ?? '', options);
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, ...wish }, () => [JSON.stringify(wish, null, 2)]);
    return EXIT.done;
  }
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const issued = await client.json<IssuedKey>({
      method: 'POST',
      path: '/api-keys',
      body: JSON.stringify(wish),
      idempotencyKey: `posctl-${randomUUID()}`,
    });
    printer.note('This is the only time that the key is shown.');
    printer.result(issued, () => [issued.key]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function wishOf(name: string, options: Options): object {
  const permissions = textOption(options, 'permissions')?.split(',') ?? [...ROLE_PERMISSIONS.owner];
  const unknown = permissions.find((permission) => !isPermission(permission));
  if (unknown !== undefined) throw usageError(NAME, `There is no permission "${unknown}".`);
  const outlets = textOption(options, 'outlets')?.split(',');
  const expiresAt = textOption(options, 'expires');
  return {
    name,
    mode: flagOption(options, 'live') ? 'live' : 'test',
    permissions,
    ...(outlets === undefined ? {} : { outlets }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

import { isUuid } from '../kernel/ids.js';
import type { ApiClient } from './api-client.js';
import { usageError } from './arguments.js';
import { textOption, type Options } from './command.js';
import { defaultOutlet, listOutlets } from './sales/outlets.js';

/**
 * The outlet of a command that takes exactly one: `--outlet`, an id or an exact name, else the only one that there is.
 * @throws CommandError `notFound`, `usage` when it could be any of several.
 */
export async function oneOutlet(client: ApiClient, command: string, options: Options): Promise<string> {
  const wanted = textOption(options, 'outlet');
  if (wanted !== undefined && isUuid(wanted)) return wanted;
  const outlets = await listOutlets(client);
  const found = defaultOutlet(outlets, wanted);
  if (found !== undefined) return found.id;
  const names = outlets.map(({ name }) => `"${name}"`).join(', ');
  throw usageError(command, `--outlet is needed: ${names === '' ? 'the tenant has none yet' : names}.`);
}

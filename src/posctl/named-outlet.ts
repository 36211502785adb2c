import { isUuid } from '../kernel/ids.js';
import type { ApiClient } from './api-client.js';
import { textOption, type Options } from './command.js';
import { defaultOutlet, listOutlets } from './sales/outlets.js';

/** The id behind `--outlet`, an id or an exact name; undefined where it is not given. @throws CommandError `notFound`. */
export async function outletOption(client: ApiClient, options: Options): Promise<string | undefined> {
  const wanted = textOption(options, 'outlet');
  if (wanted === undefined || isUuid(wanted)) return wanted;
  return defaultOutlet(await listOutlets(client), wanted)?.id;
}

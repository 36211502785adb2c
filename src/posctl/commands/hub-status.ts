import { CloudClient } from '../../clients/cloud/cloud-client.js';
import { CloudAway, CloudRefused } from '../../clients/cloud/cloud-failed.js';
import { hubKeyIn, readCloudLink, type CloudLink } from '../../clients/cloud/cloud-link.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { environmentOf } from '../environment.js';
import { CommandError, EXIT, exitCodeOfStatus, type ExitCode } from '../exit-codes.js';

/** As a hub answers (`GET /hub/status`). */
interface HubStatus {
  readonly cloud: string;
  readonly outlet: { readonly name: string };
  readonly device: { readonly name: string };
  readonly uplink: string;
  readonly uplinkSince: string | null;
  readonly replica: { readonly catalog: number; readonly pricing: number; readonly checkedAt: string | null };
  readonly waiting: readonly { readonly deviceId: string; readonly entries: number }[];
  readonly lastRelayAt: string | null;
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number };
  readonly databaseBytes: number;
  readonly certificateEndsAt: string | null;
}

const GIGABYTE = 1_000_000_000;
const DEFAULT_PORT = '4100';

export const hubStatus: Command = {
  arguments: [],
  options: {
    data: { type: 'string', value: '<folder>', help: 'DATA_DIR of the hub, else that of the environment, else .data' },
    url: { type: 'string', value: '<address>', help: 'where the hub serves, else http://127.0.0.1 at PORT' },
  },
  details:
    'Asks the hub on this machine, as the device that it is: run it as the user of the hub, who may read its key. ' +
    'Ends with 7 where the hub does not answer.',
  examples: ['posctl hub status --data /var/lib/pos-hub --url https://hub.corner.example', 'posctl hub status --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const environment = environmentOf(invocation);
  const dataDir = textOption(invocation.options, 'data') ?? (environment['DATA_DIR'] || '.data');
  const port = environment['PORT'] || DEFAULT_PORT;
  const baseUrl = (textOption(invocation.options, 'url') ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '');
  const link = linkIn(dataDir);
  const { token, tenant } = link;
  const access = { baseUrl, tenant: tenant.slug, token, key: hubKeyIn(dataDir), now: Date.now };
  const status = await asked(new CloudClient(access), baseUrl);
  invocation.printer.result(status, () => linesOf(status));
  return EXIT.done;
}

function linkIn(dataDir: string): CloudLink {
  let link: CloudLink | undefined;
  try {
    link = readCloudLink(dataDir);
  } catch (cause) {
    const advice = 'Run it as the user of the hub.';
    throw new CommandError(EXIT.notAllowed, `The link of the hub in ${dataDir} cannot be read.`, advice, { cause });
  }
  if (link !== undefined) return link;
  throw new CommandError(
    EXIT.usage,
    `There is no hub in ${dataDir}.`,
    'Name its folder with --data or DATA_DIR; `node dist/main.js hub` with HUB_LINK_CODE links one.',
  );
}

async function asked(hub: CloudClient, baseUrl: string): Promise<HubStatus> {
  try {
    return await hub.get<HubStatus>('/hub/status');
  } catch (error) {
    if (error instanceof CloudAway)
      throw new CommandError(
        EXIT.unreachable,
        `No hub answers at ${baseUrl}.`,
        'Is it running? Name its address with --url as its certificate does; NODE_EXTRA_CA_CERTS names an authority of your own.',
        { cause: error },
      );
    if (error instanceof CloudRefused)
      throw new CommandError(exitCodeOfStatus(error.status), `The hub refuses: ${error.detail}`, undefined, {
        cause: error,
      });
    throw error;
  }
}

function linesOf(status: HubStatus): string[] {
  const { outlet, device, uplink, uplinkSince, cloud, replica, waiting, lastRelayAt, disk } = status;
  const entries = waiting.reduce((sum, device) => sum + device.entries, 0);
  return [
    `${device.name} of ${outlet.name}`,
    `Uplink       ${uplink}${uplinkSince === null ? '' : ` since ${uplinkSince}`} (${cloud})`,
    `Copy         as of ${replica.checkedAt ?? 'never'}: catalogue ${replica.catalog}, prices ${replica.pricing}`,
    `Waiting      ${entries} entries of ${waiting.length} devices`,
    ...waiting.map((device) => `             ${device.deviceId}  ${device.entries}`),
    `Last relay   ${lastRelayAt ?? 'never'}`,
    `Disk         ${gigabytes(disk.freeBytes)} free of ${gigabytes(disk.totalBytes)}; database ${gigabytes(status.databaseBytes)}`,
    `Certificate  ${status.certificateEndsAt === null ? 'none: it serves plain http' : `until ${status.certificateEndsAt}`}`,
  ];
}

function gigabytes(bytes: number): string {
  return `${(bytes / GIGABYTE).toFixed(1)} GB`;
}

import type { OwnKey } from '../../platform/dpop/own-key.js';
import { ownMachine, OwnLinkFile } from '../../platform/dpop/own-link-file.js';
import { CloudAway } from './cloud-failed.js';

/** What a hub knows of itself since it was linked. */
export interface CloudLink {
  readonly baseUrl: string;
  readonly tenant: { readonly id: string; readonly slug: string };
  /** Of the device that the hub is in the cloud; never logged. */
  readonly token: string;
  readonly device: { readonly id: string; readonly name: string };
  readonly outlet: { readonly id: string; readonly name: string };
}

/** A code that links, as somebody made it in the cloud. */
export interface LinkWish {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly code: string;
  readonly now: () => number;
}

interface Activated {
  readonly device: { readonly id: string; readonly name: string; readonly kind: string };
  readonly token: string;
  readonly configuration: { readonly businessId: string; readonly slug: string; readonly outlet: CloudLink['outlet'] };
}

const TIMEOUT_MS = 20_000;

/** The hub's own key pair in its data folder. */
export function hubKeyIn(dataDir: string): OwnKey {
  return new OwnLinkFile(dataDir).key;
}

/** @returns `undefined` before the hub is linked. */
export function readCloudLink(dataDir: string): CloudLink | undefined {
  return new OwnLinkFile(dataDir).read() as CloudLink | undefined;
}

/**
 * Links this installation to the cloud as a device of kind `hub`, and keeps what it was told in the data folder, for its owner only.
 * @throws Error that says what to do, where the code is refused or is for another kind; CloudAway.
 */
export async function linkToCloud(dataDir: string, wish: LinkWish): Promise<CloudLink> {
  const { baseUrl, tenant } = wish;
  const { device, token, configuration } = await activated(hubKeyIn(dataDir), wish);
  if (device.kind !== 'hub')
    throw new Error(
      `The code links a ${device.kind}, and this is a hub: make one with \`posctl devices link --kind hub\`.`,
    );
  const { businessId, outlet } = configuration;
  const link: CloudLink = {
    ...{ baseUrl, tenant: { id: businessId, slug: tenant }, token },
    ...{ device: { id: device.id, name: device.name }, outlet: { id: outlet.id, name: outlet.name } },
  };
  new OwnLinkFile(dataDir).write(link);
  return link;
}

async function activated(key: OwnKey, { baseUrl, tenant, code, now }: LinkWish): Promise<Activated> {
  const url = `${baseUrl}/v1/${encodeURIComponent(tenant)}/pos/devices/activations`;
  const about = { ...ownMachine(), appVersion: '1.0.0', model: 'shop hub' };
  const headers = { 'Content-Type': 'application/json', DPoP: key.proof('POST', url, code, now()) };
  const body = JSON.stringify({ code, publicKey: key.publicJwk, ...about });
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new CloudAway(`The cloud at ${baseUrl} cannot be reached. Check HUB_UPLINK and the network.`, {
      cause: error,
    });
  }
  const answer = (await response.json()) as Activated & { readonly detail?: string };
  if (response.status !== 201)
    throw new Error(
      `The cloud does not link this hub (${response.status}): ${answer.detail ?? ''} ` +
        'Check HUB_BUSINESS, and make a new code for a device of kind hub: a code works once and not for long.',
    );
  return answer;
}

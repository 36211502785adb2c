import type { SiblingAnswer } from '../../platform/sibling-http/sibling-client.js';
import { verify } from '../../platform/signatures/standard-webhooks.js';
import type {
  OutletQuestion,
  RegisteredOutlet,
  RegisteredTax,
  RegisteredTaxGroup,
  RegistryAnswer,
} from './outlet-registry-messages.js';

/** What an answer must be the answer to. */
export interface Asked extends Pick<OutletQuestion, 'outletId' | 'requestId'> {
  readonly tenantSlug: string;
}

const TEXTS = ['currency', 'timeZone', 'locale', 'receiptPrefix'] as const;

/** Reads an answer. Nothing of it is looked at before its signature is known to be the registry's. */
export function registryAnswer(answer: SiblingAnswer, asked: Asked, secret: string, nowMs: number): RegistryAnswer {
  const { status, headers, rawBody } = answer;
  if (status !== 200 && status !== 404) return unbelievable(`status_${status}`);
  const { refusal } = verify({ secrets: [secret], headers, rawBody, nowMs });
  if (refusal !== undefined) return unbelievable(refusal);
  const body = isObject(answer.body) ? answer.body : {};
  const foreign = foreignIn(body, asked);
  if (foreign !== undefined) return unbelievable(foreign);
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  if (status === 404) return body['outlet'] == null ? { said: 'unknown', at } : unbelievable('malformed');
  const outlet = outletIn(body['outlet'], asked.outletId);
  return typeof outlet === 'string' ? unbelievable(outlet) : { said: 'outlet', outlet, at };
}

/** Why nothing is believed. */
export function unbelievable(why: string): RegistryAnswer {
  return { said: 'nothing_believable', why };
}

function foreignIn(body: Readonly<Record<string, unknown>>, asked: Asked): string | undefined {
  if (body['requestId'] !== asked.requestId) return 'other_request';
  if (body['tenant'] !== asked.tenantSlug) return 'other_tenant';
  return body['outletId'] === asked.outletId ? undefined : 'other_outlet';
}

/** Members that we do not know are passed over: the registry may tell more in time. */
function outletIn(told: unknown, outletId: string): RegisteredOutlet | string {
  if (!isObject(told)) return 'malformed';
  const { id, name, active } = told;
  if (id !== outletId) return 'other_outlet';
  if (typeof name !== 'string' || (active != null && typeof active !== 'boolean')) return 'malformed';
  if (TEXTS.some((text) => told[text] != null && typeof told[text] !== 'string')) return 'malformed';
  const taxGroups = told['taxGroups'] == null ? undefined : listOf(told['taxGroups'], taxGroupIn);
  if (taxGroups === null) return 'malformed';
  const texts = TEXTS.filter((text) => told[text] != null).map((text) => [text, told[text]] as const);
  const more = { ...(active != null && { active }), ...(taxGroups !== undefined && { taxGroups }) };
  return { id: outletId, name, ...more, ...Object.fromEntries(texts) };
}

/** A list of what can be read, or null. */
function listOf<Entry>(
  told: unknown,
  read: (entry: Readonly<Record<string, unknown>>) => Entry | null,
): Entry[] | null {
  if (!Array.isArray(told)) return null;
  const entries = told.map((entry: unknown) => (isObject(entry) ? read(entry) : null));
  return entries.every((entry) => entry !== null) ? entries : null;
}

function taxGroupIn({ code, name, mode, taxes }: Readonly<Record<string, unknown>>): RegisteredTaxGroup | null {
  const read = listOf(taxes, taxIn);
  if (typeof code !== 'string' || typeof name !== 'string' || read === null) return null;
  return mode === 'inclusive' || mode === 'exclusive' ? { code, name, mode, taxes: read } : null;
}

function taxIn({ code, name, rate, compound = false }: Readonly<Record<string, unknown>>): RegisteredTax | null {
  if (typeof code !== 'string' || typeof name !== 'string' || typeof rate !== 'string') return null;
  return typeof compound === 'boolean' ? { code, name, rate, compound } : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

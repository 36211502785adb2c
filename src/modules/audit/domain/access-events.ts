import type { DomainEvent } from '../../../kernel/outbox.js';

/** An attempt at something that takes a right, a reason or a second person, which was refused. */
export interface RefusedAttempt {
  /** POST, PUT, PATCH or DELETE. */
  readonly method: string;
  /** What was called, without its query. */
  readonly path: string;
  /** What it was to be done to, as far as the path says: `orders/0197…`. */
  readonly target: string;
  /** Why: such as `permission_missing`, `approval_required`, `approval_of_own_act`, `rights_exceed_caller`. */
  readonly code: string;
  /** The right that is missing, if it is that. */
  readonly permission: string | null;
  /** The act, where it takes a second person. */
  readonly act: string | null;
  /** Why an approval did not count. */
  readonly why: string | null;
}

/** The data of this module's events by their types. */
export interface AccessEvents {
  /** Somebody tried what they may not do. */
  'pos.access.refused': RefusedAttempt;
}

export type AccessEvent = DomainEvent<'pos.access.refused', RefusedAttempt>;

/** Codes of refusals that are attempts at something privileged (GUARANTEES I10). */
export const WITNESSED: ReadonlySet<string> = new Set([
  'permission_missing',
  'approval_required',
  'approval_invalid',
  'approval_of_own_act',
  // somebody reaches for rights that they lack, for themselves or by another
  'own_person',
  'rights_exceed_caller',
  'login_exceeds_caller',
  'role_exceeds_caller',
  'role_permission_reserved',
  'api_key_exceeds_caller',
  'api_key_renewal_own',
  'region_not_allowed',
]);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PATH_MAX = 500;
const TARGET_MAX = 200;

/** What a path is about, in the words of events: `/v1/acme/pos/gift-cards/0197…/block` is about `gift_cards/0197…`. */
export function targetOf(path: string): string {
  const [, , , , ...places] = path.split('/');
  const id = places.findIndex((place) => UUID.test(place));
  const kind = places[id < 1 ? 0 : id - 1] ?? '';
  const named = id < 1 ? places.join('/') : `${kind.replaceAll('-', '_')}/${places[id] ?? ''}`;
  return named.slice(0, TARGET_MAX);
}

/** The event of an attempt; it is the only one of its history. @param id of the attempt. */
export function accessRefused(id: string, attempt: RefusedAttempt): AccessEvent {
  const data = { ...attempt, path: attempt.path.slice(0, PATH_MAX) };
  return { type: 'pos.access.refused', aggregate: 'access', aggregateId: id, sequence: 1, outletId: null, data };
}

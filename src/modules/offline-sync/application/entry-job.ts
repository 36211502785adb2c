import type { Principal, RequestContext } from '../../../kernel/context.js';
import type { EntryKind } from '../domain/entry.js';
import type { EntryRecord, EntryStanding } from '../domain/entry-record.js';
import { NEEDED_RIGHT, type ActingPerson, type FoundConflict } from '../domain/needed-right.js';

/** An entry that is to take effect, and all that is known of it before its transaction begins. */
export interface EntryJob {
  readonly record: EntryRecord;
  /** False for one that is in the queue and waits there. */
  readonly isNew: boolean;
  /** Why it is not believed, whatever stands around it; `null`: nothing speaks against it. */
  readonly suspicion: EntryStanding | null;
  /** Somebody wants it tried although entries before it are missing. */
  readonly despiteGap: boolean;
  readonly actor: ActingPerson;
  readonly approver: ActingPerson | null;
  /** What is to be told of it beside what comes of handling it: of its clock, of what was hidden in it. */
  readonly noticed: readonly FoundConflict[];
}

/** Who hands entries in, as events name actors. */
export function actorNameOf({ kind, id }: Pick<Principal, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** The right that an entry takes, where its kind is known. */
export function rightFor(kind: string): string | undefined {
  return Object.hasOwn(NEEDED_RIGHT, kind) ? NEEDED_RIGHT[kind as EntryKind] : undefined;
}

/**
 * The request's context as that of who stood at the device. What they did is done, so they have the right to it here; that they had
 * none is told as a conflict. The licence is not asked: what was sold before it ended is taken (DOMAIN.md "Licensing").
 */
export function contextOfPerson(context: RequestContext, { record, actor }: EntryJob): RequestContext {
  const { tenantId, tenantSlug, requestId, traceParent, at, principal } = context;
  const right = rightFor(record.kind);
  const permissions = new Set([...actor.permissions, ...(right === undefined ? [] : [right])]);
  const { sessionId } = record.actor;
  return {
    ...{ tenantId, tenantSlug, requestId, at, ...(traceParent !== undefined && { traceParent }) },
    principal: {
      ...{ kind: 'user', id: actor.actorId, permissions, test: principal.test, deviceId: record.deviceId },
      outlets: new Set([record.outletId]),
      ...(sessionId !== null && { sessionId }),
    },
  };
}

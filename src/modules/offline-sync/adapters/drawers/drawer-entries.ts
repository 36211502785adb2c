import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type {
  CashMoveCommand,
  CountDraft,
  DrawerId,
  OfflineDrawerAct,
  OfflineDrawers,
  SessionId,
  TrayId,
} from '../../../drawers/index.js';
import { BodyReading } from '../../domain/body-reading.js';
import type { EntryAct, EntryHandler, Handled } from '../../ports/entry-handler.js';

const NO_WORDS = { reason: null, category: null, receiptReference: null, person: null } as const;

/** What devices did with drawers. */
export class DrawerEntries implements EntryHandler {
  readonly kinds: ReadonlySet<string> = new Set([
    'drawer.open',
    'drawer.skim',
    'drawer.paid_in',
    'drawer.paid_out',
    'drawer.no_sale',
    'drawer.count',
    'drawer.close',
  ]);
  readonly waits: ReadonlySet<string> = new Set();
  /** Sales that bring the cash, or what opened or closed the drawer before, may still be missing. */
  readonly waitsForGap: ReadonlySet<string> = new Set([
    'drawer_session_not_found',
    'drawer_session_not_open',
    'drawer_already_open',
    'drawer_device_in_use',
    'drawer_cash_too_low',
    'drawer_count_forced',
  ]);
  readonly races: ReadonlySet<string> = new Set(['drawer_already_open', 'drawer_device_in_use']);

  constructor(private readonly drawers: OfflineDrawers) {}

  async handle(tx: Tx, context: RequestContext, act: EntryAct): Promise<Handled> {
    const done = readDrawerAct(act);
    // Booked at the time at which it happened, and late where that day is closed.
    const standing = { by: act.approvedBy, rights: act.approverRights };
    const conflicts = await this.drawers.record(tx, { ...context, at: act.at }, done, standing);
    return { conflicts, order: null };
  }
}

/** Reads what was done. @throws Refusal `validation_failed`. */
export function readDrawerAct({
  kind,
  body,
  deviceId,
}: Pick<EntryAct, 'kind' | 'body' | 'deviceId'>): OfflineDrawerAct {
  const read = new BodyReading(body);
  const sessionId = read.id('sessionId') as SessionId;
  switch (kind) {
    case 'drawer.open': {
      const opened = { id: sessionId, drawerId: read.id('drawerId') as DrawerId, float: floatIn(read), deviceId };
      const trayId = read.someId('trayId') as TrayId | null;
      return { act: 'open', command: { ...opened, trayId, cashierId: undefined } };
    }
    case 'drawer.no_sale':
      return {
        act: 'move',
        sessionId,
        command: { kind: 'no_sale', reason: read.text('reason'), approvalId: approvalIn(read) },
      };
    case 'drawer.count': {
      const isCounted = read.has('counted') || read.has('denominations');
      return { act: 'work', sessionId, command: isCounted ? countOf(read) : { verb: 'start_count' } };
    }
    case 'drawer.close':
      return {
        act: 'work',
        sessionId,
        command: { verb: 'close', draft: draftIn(read, 'counted'), keepAsFloat: read.someMoney('keepAsFloat') },
      };
    default:
      return { act: 'move', sessionId, command: cashMoveOf(kind, read) };
  }
}

function cashMoveOf(kind: string, read: BodyReading): CashMoveCommand {
  const moved = { ...NO_WORDS, amount: read.money('amount'), approvalId: approvalIn(read) };
  if (kind === 'drawer.skim')
    return { ...moved, kind: 'skim', reason: read.someText('reason'), receiptReference: read.someText('bag') };
  const receiptReference = read.someText('receiptReference');
  const words = { reason: read.text('reason'), receiptReference };
  if (kind === 'drawer.paid_in') return { ...moved, ...words, kind: 'paid_in', category: read.someText('category') };
  return { ...moved, ...words, kind: 'paid_out', category: read.text('category') };
}

function countOf(read: BodyReading) {
  return { verb: 'count', draft: draftIn(read, 'counted') } as const;
}

function floatIn(read: BodyReading): CountDraft | null {
  return read.has('float') || read.has('denominations') ? draftIn(read, 'float') : null;
}

function draftIn(read: BodyReading, sum: 'counted' | 'float'): CountDraft {
  const counted = read.someMoney(sum);
  const denominations = read.each('denominations', (piece) => {
    return { denomination: piece.whole('denomination'), count: piece.whole('count') };
  });
  return { ...(counted !== null && { counted }), ...(denominations !== null && { denominations }) };
}

function approvalIn(read: BodyReading): string | undefined {
  return read.someId('approvalId') ?? undefined;
}

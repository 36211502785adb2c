import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What a business has been doing, as of a moment. */
export interface ActivityFigures {
  readonly lastActivityAt: Date | null;
  readonly lastOrderAt: Date | null;
  /** When a linked device was last heard of. */
  readonly lastSyncAt: Date | null;
  readonly orders7Days: number;
  readonly orders30Days: number;
  /** Linked devices that handed something in during the day before. */
  readonly devicesActive: number;
  /** Linked ones; `null`: not known. */
  readonly devices: number | null;
  readonly staff: number | null;
  /** Rows of its history: a stand-in for the room that it takes. */
  readonly storedEvents: number;
  readonly plan: string | null;
  readonly licenceStatus: string | null;
  readonly planEndsAt: Date | null;
}

/** What the licence and the owners of things tell. */
export type LicenceFigures = Pick<ActivityFigures, 'devices' | 'staff' | 'plan' | 'licenceStatus' | 'planEndsAt'>;
/** What the history of the business tells. */
export type HistoryFigures = Omit<ActivityFigures, keyof LicenceFigures>;

/** Tells some of the figures, in a transaction of the business itself. */
export interface FigureSource<Figures> {
  figures(tx: Tx, at: Date): Promise<Figures>;
}

/** A business whose figures are due. */
export interface DueActivity {
  readonly id: TenantId;
  readonly slug: string;
}

/** Keeps the figures: rows of the vendor's tenant. */
export interface ActivityBook {
  /** Takes some that are due in hand: until then nobody else is given them. */
  claim(tx: Tx, at: Date, until: Date, limit: number): Promise<readonly DueActivity[]>;
  save(tx: Tx, id: TenantId, figures: ActivityFigures, collectedAt: Date, dueAt: Date): Promise<void>;
}

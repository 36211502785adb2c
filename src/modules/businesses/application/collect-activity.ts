import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type {
  ActivityBook,
  DueActivity,
  FigureSource,
  HistoryFigures,
  LicenceFigures,
} from '../ports/business-activity.js';

const DAY_MS = 86_400_000;
/** Whoever collects has it in hand for so long. */
const LEASE_MS = 10 * 60_000;
const BATCH = 20;

/** Collects once a day what each business has been doing: read under that business, kept among the vendor's rows. */
export class CollectActivity {
  constructor(
    private readonly transactor: Transactor,
    private readonly history: FigureSource<HistoryFigures>,
    private readonly licences: FigureSource<LicenceFigures>,
    private readonly book: ActivityBook,
  ) {}

  /** One round, bounded. @returns how many were collected. One that fails is tried again when its lease is over. */
  async round(context: RequestContext, onFailure: (error: unknown, due: DueActivity) => void): Promise<number> {
    const { at } = context;
    const until = new Date(at.getTime() + LEASE_MS);
    const due = await this.transactor.run(context, (tx) => this.book.claim(tx, at, until, BATCH));
    let collected = 0;
    for (const one of due) {
      try {
        const figures = await this.transactor.read({ tenantId: one.id }, async (tx) => ({
          ...(await this.history.figures(tx, at)),
          ...(await this.licences.figures(tx, at)),
        }));
        const dueAt = new Date(at.getTime() + DAY_MS);
        await this.transactor.run(context, (tx) => this.book.save(tx, one.id, figures, at, dueAt));
        collected += 1;
      } catch (error) {
        onFailure(error, one);
      }
    }
    return collected;
  }
}

import type { Transactor } from '../../../kernel/transaction.js';
import type { BusinessRepository } from '../ports/business-repository.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import type { CarryOver } from './carry-over.js';
import type { CollectActivity } from './collect-activity.js';
import { platformContext } from './contexts.js';
import type { ProvisionBusiness } from './provision-business.js';
import type { RejectRegistration } from './reject-registration.js';

/** What goes on behind the requests. */
export interface RoundParts {
  readonly transactor: Transactor;
  readonly registrations: RegistrationRepository;
  readonly businesses: BusinessRepository;
  readonly provision: Pick<ProvisionBusiness, 'execute'>;
  readonly registration: Pick<RejectRegistration, 'expire'>;
  readonly carryOver: Pick<CarryOver, 'execute'>;
  readonly activity: Pick<CollectActivity, 'round'>;
  readonly newId: () => string;
  /** The server's time, in ms since the epoch. */
  readonly now: () => number;
  readonly onFailure: (what: string, error: unknown) => void;
}

const BATCH = 20;
const EVERY_MS = 5_000;

/** Finishes what requests began and did not finish, within a minute; lets registrations expire; collects figures. */
export class BusinessRounds {
  readonly name = 'businesses';
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private isBusy = false;

  constructor(private readonly parts: RoundParts) {}

  /** Begins. */
  start(): void {
    this.timer ??= setInterval(() => {
      if (this.isBusy) return;
      this.isBusy = true;
      this.running = this.round().finally(() => (this.isBusy = false));
    }, EVERY_MS);
    this.timer.unref();
  }

  /** Ends after what is in hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One round of everything. A failure of one thing keeps none of the others from being done, and the next round tries again. */
  async round(): Promise<void> {
    const { registrations, businesses, provision, registration, carryOver } = this.parts;
    await this.each('a registration that is verified', registrations.due.bind(registrations), (id, context) =>
      provision.execute(context, id),
    );
    await this.each('a registration whose time is up', registrations.overdue.bind(registrations), (id, context) =>
      registration.expire(context, id),
    );
    await this.each('a decision about a business', businesses.dueCarryOvers.bind(businesses), (id, context) =>
      carryOver.execute(context, id),
    );
    await this.tried('the figures of businesses', () =>
      this.parts.activity.round(this.context(), (error) => this.parts.onFailure('the figures of a business', error)),
    );
  }

  private async each<Id>(
    what: string,
    find: (tx: Parameters<RegistrationRepository['due']>[0], at: Date, limit: number) => Promise<readonly Id[]>,
    handle: (id: Id, context: ReturnType<typeof platformContext>) => Promise<unknown>,
  ): Promise<void> {
    await this.tried(what, async () => {
      const context = this.context();
      const ids = await this.parts.transactor.read(context, (tx) => find(tx, context.at, BATCH));
      for (const id of ids) await this.tried(what, () => handle(id, this.context()));
    });
  }

  private async tried(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.parts.onFailure(what, error);
    }
  }

  private context(): ReturnType<typeof platformContext> {
    const { newId, now } = this.parts;
    return platformContext(newId(), new Date(now()));
  }
}

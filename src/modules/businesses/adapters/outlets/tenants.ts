import type { RequestContext } from '../../../../kernel/context.js';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import type { KnownTenant } from '../../../../platform/inbox/ports.js';
import { type OutletsFacade, type RegisterTenant, type Tenant, type TurnTenant } from '../../../outlets/index.js';
import type { TenantFacts } from '../../domain/business-lifecycle.js';
import type { BusinessStatus } from '../../domain/business.js';
import type { Tenancy, TenantWish } from '../../ports/tenancy.js';

/** What the rows of businesses are changed and read with. */
export interface TenantParts {
  readonly transactor: Transactor;
  readonly registerTenant: RegisterTenant;
  readonly turnTenant: TurnTenant;
  readonly outlets: OutletsFacade;
  readonly lookup: { bySlug(slug: string): Promise<Pick<KnownTenant, 'id'> | undefined> };
  readonly recall: (...subjects: string[]) => void;
}

/** Businesses' own rows, which the module `outlets` keeps. */
export class Tenants implements Tenancy {
  constructor(private readonly parts: TenantParts) {}

  async register(context: RequestContext, wish: TenantWish): Promise<'made' | 'taken'> {
    try {
      await this.parts.registerTenant.execute(context, { ...wish, minorDigits: {} });
      return 'made';
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'tenant_slug_taken') throw error;
      const holder = await this.parts.lookup.bySlug(wish.slug);
      return holder?.id === context.tenantId ? 'made' : 'taken';
    }
  }

  facts(context: RequestContext): Promise<TenantFacts> {
    const { transactor, outlets } = this.parts;
    return transactor.read(context, async (tx) => factsOf(await outlets.tenant(tx)));
  }

  async turn(context: RequestContext, to: BusinessStatus, reason: string): Promise<TenantFacts> {
    return factsOf(await this.parts.turnTenant.execute(context, { to, reason }));
  }

  recall(id: TenantId): void {
    this.parts.recall(`tenant:${id}`);
  }
}

function factsOf({ id, slug, name, currency, status, version }: Tenant): TenantFacts {
  return { id, slug, name, currency, status, version };
}

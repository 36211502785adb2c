import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { AllTenants } from '../ports/all-tenants.js';
import type { BusinessRepository } from '../ports/business-repository.js';
import type { Tenancy } from '../ports/tenancy.js';
import { BACKGROUND, businessContext } from './contexts.js';
import type { FollowTenantRow } from './follow-tenant-row.js';

const PAGE = 200;
const PAGES_MAX = 500;

/** Lists the businesses that are on no list: those from before there was one, and those whose events are long gone. */
export class FindUnlisted {
  constructor(
    private readonly transactor: Transactor,
    private readonly all: AllTenants,
    private readonly businesses: BusinessRepository,
    private readonly tenancy: Tenancy,
    private readonly list: FollowTenantRow,
  ) {}

  /** @param context the vendor's. @returns how many were added. */
  async execute(context: RequestContext): Promise<number> {
    let added = 0;
    let after: string | undefined;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const names = await this.all.page(after, PAGE);
      const ids = names.map(({ id }) => id);
      const listed = await this.transactor.read(context, (tx) => this.businesses.listed(tx, ids));
      for (const name of names.filter(({ id }) => !listed.has(id))) {
        const facts = await this.tenancy.facts(businessContext(context, name, BACKGROUND));
        if ((await this.list.execute(context, facts, 'found')) !== undefined) added += 1;
      }
      if (names.length < PAGE) break;
      after = names.at(-1)?.id;
    }
    return added;
  }
}

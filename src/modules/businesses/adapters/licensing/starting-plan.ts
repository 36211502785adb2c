import { Refusal } from '../../../../kernel/refusal.js';
import type { ManageLicence, PlanBook } from '../../../licensing/index.js';
import type { StartingPlan } from '../../ports/provisions.js';

/** The business was given a plan before: by this, before a crash, or by somebody. */
class HasPlan extends Error {}

/** The plan that a business begins with, with its trial. Where the subscription service decides about plans, it does. */
export function startingPlan(manage: Pick<ManageLicence, 'assign'>, book: Pick<PlanBook, 'onSaleBy'>): StartingPlan {
  return {
    assertSold: async (_platform, code) => void (await book.onSaleBy(code)),
    assign: async (platform, slug, plan) => {
      const checkVersion = (version: number): void => {
        if (version > 0) throw new HasPlan();
      };
      try {
        await manage.assign(platform, slug, { plan, checkVersion, reason: 'registered with it' });
      } catch (error) {
        const isElsewhere = error instanceof Refusal && error.code === 'licence_kept_elsewhere';
        if (!(error instanceof HasPlan) && !isElsewhere) throw error;
      }
    },
  };
}

import { DEMO_MENU, menuAsCsv } from './demo-menu.js';
import { demoPrices } from './demo-prices.js';
import { demoStaff } from './demo-staff.js';
import type { TenantSeed } from './demo-tenant.js';
import { demoTill } from './demo-till.js';
import type { SeedPlan } from './seed-tenant.js';

/** What fills a tenant beside its outlets. */
export type SeedGoods = Required<Pick<SeedPlan, 'prices' | 'till' | 'staff'>> & { readonly catalog: string };

/** All that the demo sells, with what, and who does. */
export function demoGoods(tenant: TenantSeed): SeedGoods {
  return {
    catalog: menuAsCsv(DEMO_MENU, tenant.currency),
    prices: demoPrices(tenant),
    till: demoTill(tenant),
    staff: demoStaff(tenant),
  };
}

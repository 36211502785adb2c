import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { INBOX_HANDLER } from '../../platform/inbox/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { OutletAnnouncements } from './adapters/auth/outlet-announcements.js';
import { outletProblems } from './adapters/http/outlet-problems.js';
import { OutletsController } from './adapters/http/outlets.controller.js';
import { TaxGroupsController } from './adapters/http/tax-groups.controller.js';
import { TenantController } from './adapters/http/tenant.controller.js';
import { CachedOutlets } from './adapters/postgres/cached-outlets.js';
import { PostgresOutletRepository } from './adapters/postgres/outlet-repository.js';
import { PostgresOutletViews } from './adapters/postgres/outlet-views.js';
import { PostgresTenantRepository } from './adapters/postgres/tenant-repository.js';
import { ChangeOutlet } from './application/change-outlet.js';
import { ChangeTenant } from './application/change-tenant.js';
import { FollowOutlet } from './application/follow-outlet.js';
import { OpenOutlet } from './application/open-outlet.js';
import { OutletsFacade } from './application/outlets-facade.js';
import { PutTaxGroup } from './application/put-tax-group.js';
import { RegisterTenant } from './application/register-tenant.js';
import { RemoveTaxGroup } from './application/remove-tax-group.js';

type Bind = ContainerModuleLoadOptions['bind'];

export const outlets = new ContainerModule(({ bind }) => {
  bind(PostgresOutletRepository).toConstantValue(new PostgresOutletRepository());
  bind(PostgresTenantRepository).toConstantValue(new PostgresTenantRepository());
  bind(OutletsFacade).toConstantValue(new CachedOutlets());
  bind(PostgresOutletViews).toResolvedValue((t, f) => new PostgresOutletViews(t, f), [TRANSACTOR, OutletsFacade]);

  bind(RegisterTenant).toResolvedValue(
    (t, r, o) => new RegisterTenant(t, r, o),
    [TRANSACTOR, PostgresTenantRepository, OUTBOX],
  );
  bind(ChangeTenant).toResolvedValue(
    (t, r, o) => new ChangeTenant(t, r, o),
    [TRANSACTOR, PostgresTenantRepository, OUTBOX],
  );
  bind(OpenOutlet).toResolvedValue(
    (t, r, s, o) => new OpenOutlet(t, r, s, o),
    [TRANSACTOR, PostgresOutletRepository, PostgresTenantRepository, OUTBOX],
  );
  bind(ChangeOutlet).toResolvedValue(
    (t, r, o) => new ChangeOutlet(t, r, o),
    [TRANSACTOR, PostgresOutletRepository, OUTBOX],
  );
  bind(PutTaxGroup).toResolvedValue(
    (t, r, o) => new PutTaxGroup(t, r, o),
    [TRANSACTOR, PostgresOutletRepository, OUTBOX],
  );
  bind(RemoveTaxGroup).toResolvedValue(
    (t, r, o) => new RemoveTaxGroup(t, r, o),
    [TRANSACTOR, PostgresOutletRepository, OUTBOX],
  );

  bindControllers(bind);
  bind(PROBLEMS).toConstantValue(outletProblems);
  bindAnnouncements(bind);
});

function bindControllers(bind: Bind): void {
  bind(TenantController).toResolvedValue((v, c) => new TenantController(v, c), [PostgresOutletViews, ChangeTenant]);
  bind(OutletsController).toResolvedValue(
    (v, o, c, i) => new OutletsController(v, o, c, i),
    [PostgresOutletViews, OpenOutlet, ChangeOutlet, IDS],
  );
  bind(TaxGroupsController).toResolvedValue(
    (v, p, r) => new TaxGroupsController(v, p, r),
    [PostgresOutletViews, PutTaxGroup, RemoveTaxGroup],
  );
  bind(STREAM_TOPIC).toConstantValue({ name: 'outlets', permission: 'outlets:read', types: ['pos.outlet.*'] });
}

function bindAnnouncements(bind: Bind): void {
  bind(INBOX_HANDLER).toResolvedValue(
    (r, s, o) => new OutletAnnouncements(new FollowOutlet(r, s, o)),
    [PostgresOutletRepository, PostgresTenantRepository, OUTBOX],
  );
}

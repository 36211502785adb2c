import type { DrawerEvent } from './drawer-events.js';
import type { DrawerPolicy } from './drawer-policy.js';
import type { Drawer, Tray } from './drawer.js';
import type { DrawerPolicySnapshot, DrawerSnapshot, DrawerTraySnapshot } from './master-snapshots.js';

/** The event of a drawer that is new. */
export function drawerDefined(drawer: Drawer): DrawerEvent {
  return { type: 'pos.drawer.defined', ...placeOfDrawer(drawer), data: { drawer: drawerSnapshot(drawer) } };
}

/** The event of a drawer that was changed. */
export function drawerChanged(drawer: Drawer, before: Drawer): DrawerEvent {
  const data = { drawer: drawerSnapshot(drawer), before: drawerSnapshot(before) };
  return { type: 'pos.drawer.changed', ...placeOfDrawer(drawer), data };
}

/** The event of a tray that is new. */
export function trayDefined(tray: Tray): DrawerEvent {
  return { type: 'pos.drawer_tray.defined', ...placeOfTray(tray), data: { tray: traySnapshot(tray) } };
}

/** The event of a tray that was changed. */
export function trayChanged(tray: Tray, before: Tray): DrawerEvent {
  const data = { tray: traySnapshot(tray), before: traySnapshot(before) };
  return { type: 'pos.drawer_tray.changed', ...placeOfTray(tray), data };
}

/** The event of a policy that was set. */
export function policyChanged(policy: DrawerPolicy, before: DrawerPolicy): DrawerEvent {
  const { outletId, version } = policy;
  return {
    ...{ type: 'pos.drawer_policy.changed', aggregate: 'drawer_policies', aggregateId: outletId, sequence: version },
    ...{ outletId, data: { policy: policySnapshot(policy), before: policySnapshot(before) } },
  };
}

function drawerSnapshot({ id, outletId, name, deviceId, active, version }: Drawer): DrawerSnapshot {
  return { id, outletId, name, deviceId, active, version };
}

function traySnapshot({ id, outletId, name, owner, active, version }: Tray): DrawerTraySnapshot {
  return { id, outletId, name, owner, active, version };
}

function policySnapshot(policy: DrawerPolicy): DrawerPolicySnapshot {
  const { outletId, sessionRequired, varianceLimit, cashLimit, denominations, blindCount, version } = policy;
  const { forcedCountEvery, floatDefault } = policy;
  return {
    ...{ outletId, sessionRequired, varianceLimit, cashLimit, denominations, blindCount, forcedCountEvery },
    ...{ floatDefault, version },
  };
}

function placeOfDrawer({ id, outletId, version }: Drawer) {
  return { aggregate: 'drawers', aggregateId: id, sequence: version, outletId };
}

function placeOfTray({ id, outletId, version }: Tray) {
  return { aggregate: 'drawer_trays', aggregateId: id, sequence: version, outletId };
}

import type { OutletId } from '../../../kernel/ids.js';
import type { DisabledEndpoint, EnabledEndpoint, EndpointId, EndpointMaking, EndpointWish } from './endpoint.js';

export const OUTLET = '0197a3c2-7b1e-7c44-9d3e-000000000001' as OutletId;
export const AT = new Date('2026-11-21T10:00:00Z');

export const wish: EndpointWish = {
  url: 'https://hooks.example.com/pos?token=hidden',
  description: 'Accounting',
  eventTypes: ['pos.order.*'],
  outletIds: null,
};

export const making: EndpointMaking = {
  id: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' as EndpointId,
  secret: { sealed: 'sealed-1', number: 1, hint: 'LaSw' },
  by: 'test',
  at: AT,
};

export const enabled: EnabledEndpoint = {
  ...wish,
  id: making.id,
  secret: making.secret,
  status: 'enabled',
  previous: null,
  version: 1,
  createdBy: 'test',
  createdAt: AT,
  updatedAt: AT,
  failingSince: null,
  lastSuccessAt: null,
};

export const disabled: DisabledEndpoint = {
  ...enabled,
  status: 'disabled',
  reason: 'failing',
  disabledAt: AT,
  failingSince: AT,
  version: 4,
};

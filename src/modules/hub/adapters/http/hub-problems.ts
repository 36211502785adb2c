import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { HubRefusal } from '../../domain/hub-refusal.js';

/** How the refusals of this module look to a caller. */
export const hubProblems: ProblemTable<HubRefusal> = {
  hub_takes_queues_only: {
    status: 409,
    title: 'The shop hub takes queues only',
    detail:
      'Do it at the device, whose queue brings it here (POST /sync/batches); change master data, people and devices in the cloud, ' +
      'from where they come to the hub within a minute.',
    howToProvoke: 'Send POST /orders to a hub.',
  },
  hub_required: {
    status: 403,
    title: 'Only a hub may do this',
    detail: 'Call as a device that was linked as a hub.',
    howToProvoke: 'Ask for the replica with an API key.',
  },
  no_hub: {
    status: 404,
    title: 'This service is no hub',
    detail: 'Ask the hub in the shop.',
    howToProvoke: 'Ask the cloud for /hub/status.',
  },
  replica_table_unknown: {
    status: 422,
    title: 'Hubs copy no such table',
    detail: ({ table }) => `${String(table)} is not copied.`,
    example: { table: 'orders' },
    howToProvoke: 'Ask for the rows of another table.',
  },
  pin_needs_uplink: {
    status: 503,
    title: 'The hub does not know this PIN yet',
    detail:
      'The cloud cannot be reached. Who has signed in at this hub before can sign in; others when the uplink is back.',
    retryable: true,
    cause: 'The uplink is away, and the person has not signed in here since their PIN was set.',
  },
  hub_device_not_found: {
    status: 404,
    title: 'The outlet of the hub has no such device',
    detail: 'The device has to be linked to the same outlet as the hub, and active.',
  },
};

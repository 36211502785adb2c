export type HubRefusal =
  | 'hub_takes_queues_only'
  | 'hub_required'
  | 'no_hub'
  | 'replica_table_unknown'
  | 'pin_needs_uplink'
  | 'hub_device_not_found';

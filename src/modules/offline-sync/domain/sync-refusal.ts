export type SyncRefusal =
  | 'batch_too_large'
  | 'sync_in_progress'
  | 'sync_key_missing'
  | 'sync_entry_not_found'
  | 'sync_entry_not_waiting'
  | 'sync_entry_superseded'
  | 'sync_conflict_not_found'
  | 'sync_conflict_not_open'
  | 'sync_device_not_found'
  | 'sync_days_invalid';

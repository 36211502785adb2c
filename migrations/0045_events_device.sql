-- At which linked device something was done: the audit names it. Events of before, and acts without a device, have none.
alter table events add column device_id uuid;

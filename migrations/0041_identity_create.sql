-- How administrators sign in without a device: e-mail, password and a second factor.
create table logins (
  tenant_id        uuid not null,
  id               uuid not null,
  person_id        uuid not null,
  -- In lower case: compared as it is stored.
  email            text not null check (length(email) >= 3 and length(email) <= 254 and email = lower(email)),
  -- argon2id over a peppered password; null until somebody has chosen one, or after an administrator has taken it away.
  password_hash    text,
  -- Counts the passwords that there have been.
  password_number  integer not null check (password_number >= 0),
  password_at      timestamptz,
  totp_state       text not null check (totp_state in ('off', 'pending', 'on')),
  -- Sealed. Its number counts the secrets that there have been, and is bound to it.
  totp_secret      text,
  totp_number      integer not null check (totp_number >= 0),
  -- The last step that a code was taken of: no code is taken twice.
  totp_last_step   bigint,
  totp_enrolled_at timestamptz,
  -- SHA-256 of those that are left.
  recovery_codes   text[] not null,
  last_sign_in_at  timestamptz,
  created_by       text not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          integer not null check (version > 0),
  event_sequence   integer not null check (event_sequence > 0),
  check ((password_hash is null) or (password_at is not null)),
  check ((totp_state = 'off') = (totp_secret is null)),
  check ((totp_state = 'on') = (totp_enrolled_at is not null)),
  check (totp_state = 'on' or (totp_last_step is null and cardinality(recovery_codes) = 0)),
  primary key (tenant_id, id)
);
alter table logins add constraint logins_email_key unique (tenant_id, email);
alter table logins add constraint logins_person_key unique (tenant_id, person_id);
alter table logins enable row level security;
alter table logins force row level security;
create policy tenant_isolation on logins
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on logins to pos_app;

-- After a change of SECRETS_KEY the worker wraps all secrets anew.
create policy rewrap_finds on logins for select to pos_worker using (totp_secret is not null);
create policy rewrap_replaces on logins for update to pos_worker
  using (totp_secret is not null) with check (totp_secret is not null);
grant select (tenant_id, id, totp_secret, totp_number) on logins to pos_worker;
grant update (totp_secret) on logins to pos_worker;

-- Words that are good for one act: choosing the first password, or a new one.
create table login_tokens (
  tenant_id  uuid not null,
  id         uuid not null,
  login_id   uuid not null,
  kind       text not null check (kind in ('invitation', 'reset')),
  -- SHA-256 of 200 random bits.
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, login_id) references logins (tenant_id, id) on delete cascade
);
create index login_tokens_by_login on login_tokens (tenant_id, login_id);
alter table login_tokens add constraint login_tokens_hash_key unique (tenant_id, hash);
alter table login_tokens enable row level security;
alter table login_tokens force row level security;
create policy tenant_isolation on login_tokens
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on login_tokens to pos_app;
create policy housekeeping_sees_expired on login_tokens for select to pos_worker
  using (expires_at < now() - interval '7 days');
create policy housekeeping_removes_expired on login_tokens for delete to pos_worker
  using (expires_at < now() - interval '7 days');
grant select (tenant_id, id, expires_at), delete on login_tokens to pos_worker;

-- Wrong tries by account, whether there is such an account or not: who guesses must not learn which.
create table login_guesses (
  tenant_id      uuid not null,
  -- HMAC of the address, by a key that is not in the database.
  account_key    text not null check (account_key ~ '^[0-9a-f]{64}$'),
  id             uuid not null,
  -- Since the last right one.
  failures       integer not null check (failures >= 0),
  day            date not null,
  day_failures   integer not null check (day_failures >= 0),
  locked_until   timestamptz,
  last_try_at    timestamptz not null,
  event_sequence integer not null check (event_sequence >= 0),
  primary key (tenant_id, account_key)
);
alter table login_guesses enable row level security;
alter table login_guesses force row level security;
create policy tenant_isolation on login_guesses
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on login_guesses to pos_app;
create policy housekeeping_sees_expired on login_guesses for select to pos_worker
  using (last_try_at < now() - interval '2 days');
create policy housekeeping_removes_expired on login_guesses for delete to pos_worker
  using (last_try_at < now() - interval '2 days');
grant select (tenant_id, account_key, last_try_at), delete on login_guesses to pos_worker;

-- What a business demands of those who sign in so. Without a row: what the program takes for granted.
create table identity_policies (
  tenant_id           uuid primary key,
  passwords           boolean not null,
  totp_roles          text[] not null,
  password_min_length integer not null check (password_min_length between 12 and 128),
  updated_at          timestamptz not null,
  version             integer not null check (version > 0)
);
alter table identity_policies enable row level security;
alter table identity_policies force row level security;
create policy tenant_isolation on identity_policies
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on identity_policies to pos_app;

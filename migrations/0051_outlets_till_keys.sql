-- Keys of the till that an outlet wants otherwise, by what they do; an empty list switches one off. {}: as they come.
alter table outlets add column till_keys jsonb not null default '{}';

-- What each community's triage learned from its people's corrections: a version a night in which there was something new.
create table triage_model (
  community_id bigint not null references community (id) on delete cascade,
  version integer not null check (version > 0),
  trained_at timestamptz not null,
  -- The newest lesson that was there, and how many messages were learned from.
  last_lesson_id bigint not null,
  lessons integer not null check (lessons > 0),
  -- Of lessons that were held back: how many the model that Kith starts with gets right, and how many the learned one does.
  held_back integer not null check (held_back >= 0),
  right_before integer not null check (right_before between 0 and held_back),
  right_after integer not null check (right_after between 0 and held_back),
  -- Empty where it did worse than the model that Kith starts with, which then goes on judging.
  file bytea,
  primary key (community_id, version)
);

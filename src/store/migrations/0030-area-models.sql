-- What each community's triage learned of its subject areas, from the areas that its people confirmed: by tags, at the desk, or by
-- saying what a message is.
create table area_model (
  community_id bigint not null references community (id) on delete cascade,
  version integer not null check (version > 0),
  trained_at timestamptz not null,
  -- Of the texts and their areas: where it is the same, there is nothing new to learn.
  data_hash text not null,
  examples integer not null check (examples > 0),
  areas integer not null check (areas > 0),
  -- Of texts that were held back: how many it was sure of, how many of those it got right, and how many names and tags alone get right.
  held_back integer not null check (held_back >= 0),
  answered integer not null check (answered between 0 and held_back),
  right_answers integer not null check (right_answers between 0 and answered),
  right_by_words integer not null check (right_by_words between 0 and held_back),
  -- Empty where it was not right often enough; names and tags go on deciding then.
  file bytea,
  primary key (community_id, version)
);

-- How sure the model was of the area; null where tags, words or a person said it.
alter table triage add column area_probability real check (area_probability between 0 and 1);

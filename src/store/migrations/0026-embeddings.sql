-- Where an embedding service puts each public question: what its model said of the text with this hash, in 8 bits an axis.
create table question_vector (
  community_id bigint not null,
  question_id bigint not null,
  model text,
  text_hash text,
  vector bytea,
  -- Since when its text may be another one; null where the vector is of the text as it stands.
  stale_at timestamptz,
  primary key (community_id, question_id),
  foreign key (community_id, question_id) references question (community_id, id) on delete cascade,
  check ((model is null) = (vector is null) and (model is null) = (text_hash is null))
);
create index question_vector_stale on question_vector (community_id, question_id) where stale_at is not null;
-- The same of the words that lessons ask with: titles and aliases, by the MD5 of what was written.
create table phrase_vector (
  community_id bigint not null references community (id) on delete cascade,
  text_hash text not null,
  model text not null,
  vector bytea not null,
  primary key (community_id, text_hash)
);
-- The service's model where its likeness was worth a feature.
alter table search_model add column embeddings text;

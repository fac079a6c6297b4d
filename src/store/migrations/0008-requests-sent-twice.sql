-- What came of a request with an Idempotency-Key, kept for a day in the transaction that did it, so that a program that never got
-- the answer can ask again without doing it twice (draft-ietf-httpapi-idempotency-key-header-07).

create table idempotency_key (
  community_id bigint not null,
  member_id bigint not null,
  key text not null check (length(key) between 1 and 255),
  -- A hash of what was asked, to notice a key that is used for two different requests.
  fingerprint text not null,
  created_at timestamptz not null,
  -- The answer; null only while the transaction that makes it runs.
  status integer,
  location text,
  body text,
  primary key (community_id, member_id, key),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade
);
create index idempotency_key_by_age on idempotency_key (community_id, created_at);

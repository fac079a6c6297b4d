-- A problem that is known: what people read of it while it is worked on, and what those affected hear when it is fixed.
create table known_problem (
  community_id bigint not null,
  problem_id bigint not null,
  title text not null check (btrim(title) <> ''),
  -- What is known of it, and what helps meanwhile.
  body text not null,
  marked_at timestamptz not null,
  marked_by bigint not null,
  fixed_at timestamptz,
  fixed_by bigint,
  -- What was done about it.
  fixed_words text,
  -- Marked by mistake: it was no known problem after all.
  ended_at timestamptz,
  -- While some of those affected have not heard that it is fixed.
  tell_from timestamptz,
  primary key (community_id, problem_id),
  foreign key (community_id, problem_id) references problem (community_id, id) on delete cascade,
  foreign key (community_id, marked_by) references member (community_id, id),
  foreign key (community_id, fixed_by) references member (community_id, id),
  constraint fixed_is_one_fact check ((fixed_at is null) = (fixed_by is null) and (fixed_at is null) = (fixed_words is null))
);
create index known_problem_now on known_problem (community_id, marked_at desc) where ended_at is null;
-- For the timer that tells those affected, in whatever community.
create index known_problem_to_tell on known_problem (tell_from) where tell_from is not null;

-- Of a report of a known problem: when its asker was told that it is fixed.
alter table problem_link add column told_at timestamptz;
create index problem_link_to_tell on problem_link (community_id, other_id, problem_id) where kind = 'known' and told_at is null;

-- A public question that goes on privately: what its asker and care say to each other where nobody else reads it.
create table private_case (
  community_id bigint not null,
  problem_id bigint not null,
  conversation_id bigint not null,
  opened_by bigint not null,
  opened_at timestamptz not null,
  -- What came of it for everybody: an answer to the question.
  public_answer_id bigint,
  primary key (community_id, problem_id),
  unique (community_id, conversation_id),
  foreign key (community_id, problem_id) references problem (community_id, id) on delete cascade,
  foreign key (community_id, conversation_id) references conversation (community_id, id) on delete cascade,
  foreign key (community_id, opened_by) references member (community_id, id)
);

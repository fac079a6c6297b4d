-- The tags of questions that are not removed, with the activity in the key, so that a list by tag costs the same however many
-- questions a community has. Written in the same transactions as the questions.
create table question_tag (
  community_id bigint not null,
  question_id bigint not null,
  tag text not null,
  last_activity_at timestamptz not null,
  primary key (community_id, question_id, tag),
  foreign key (community_id, question_id) references question (community_id, id) on delete cascade
);
create index question_tag_by_activity on question_tag (community_id, tag, last_activity_at desc, question_id desc);

insert into question_tag (community_id, question_id, tag, last_activity_at)
select distinct community_id, id, unnest(tags), last_activity_at from question where removed_at is null;

drop index question_by_tag;

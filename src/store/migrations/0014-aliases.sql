-- What people typed who then found their answer: a further phrasing by which that question is found (docs/search.md). Shown to nobody.
create table question_alias (
  community_id bigint not null,
  question_id bigint not null,
  -- The typed words without case and extra spaces, so that the same phrasing is kept once.
  text text not null check (text <> '' and length(text) <= 300),
  -- Who typed it first; goes with them when they are erased.
  member_id bigint not null,
  answer_id bigint,
  created_at timestamptz not null,
  primary key (community_id, question_id, text),
  foreign key (community_id, question_id) references question (community_id, id) on delete cascade,
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade
);
-- One a person and question: nobody can bend what a question is found by.
create unique index question_alias_by_member on question_alias (community_id, member_id, question_id);

drop view searchable_question;
create view searchable_question as
select q.community_id, q.id as question_id, q.group_id, q.asker_id, q.title, q.tags, q.state, m.body,
  c.locale, (q.created_at at time zone 'UTC')::date - date '1970-01-01' as day, q.helped_count as helped,
  array(select left(am.body, 30000)
    from answer a join message am on am.community_id = a.community_id and am.id = a.id
    where a.community_id = q.community_id and a.question_id = q.id and a.confirmed_at is not null and a.removed_at is null
    order by a.helped_count desc, a.id limit 20) as solutions,
  array(select other.title from question other
    where other.community_id = q.community_id and other.duplicate_of = q.id and other.removed_at is null
    order by other.id limit 50)
  || array(select alias.text from question_alias alias
    where alias.community_id = q.community_id and alias.question_id = q.id
    order by alias.created_at desc, alias.text limit 50) as phrasings
from question q
join conversation v on v.community_id = q.community_id and v.id = q.id and v.visibility = 'public'
join message m on m.community_id = q.community_id and m.id = q.message_id
join community c on c.id = q.community_id
where q.removed_at is null and not exists (
  select from question original where original.community_id = q.community_id and original.id = q.duplicate_of
    and original.removed_at is null and original.duplicate_of is null);

-- The language in which each question is written: read from its text, said by a person, or the community's where nobody can tell.
alter table question
  add column language text check (language ~ '^[a-z]{2,3}$'),
  -- Where that comes from; `unread` are those that nobody has looked at yet (the job `question-languages` does).
  add column language_from text not null default 'unread' check (language_from in ('unread', 'community', 'text', 'person'));
update question q set language = coalesce(substring(lower(c.locale) from '^([a-z]{2,3})(?:-|$)'), 'en')
from community c where c.id = q.community_id;
alter table question alter column language set not null;
create index question_of_unread_language on question (community_id, id) where language_from = 'unread';

-- An answer's or a comment's; null where its text does not tell, or for what opens a question.
alter table message add column language text check (language ~ '^[a-z]{2,3}$');

drop view searchable_question;
create view searchable_question as
select q.community_id, q.id as question_id, q.group_id, q.asker_id, q.title, q.tags, q.state, m.body,
  q.language, (q.created_at at time zone 'UTC')::date - date '1970-01-01' as day, q.helped_count as helped,
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
where q.removed_at is null and not exists (
  select from question original where original.community_id = q.community_id and original.id = q.duplicate_of
    and original.removed_at is null and original.duplicate_of is null);

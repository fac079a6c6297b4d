-- What search reads of a question, with everything that its index holds and filters by. A question that was asked before is found
-- by way of its original, as another phrasing of it; where the original does not stand any more, it is found itself.

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
    order by other.id limit 50) as phrasings
from question q
join conversation v on v.community_id = q.community_id and v.id = q.id and v.visibility = 'public'
join message m on m.community_id = q.community_id and m.id = q.message_id
join community c on c.id = q.community_id
where q.removed_at is null and not exists (
  select from question original where original.community_id = q.community_id and original.id = q.duplicate_of
    and original.removed_at is null and original.duplicate_of is null);

-- Finds the duplicates of a question.
create index question_by_original on question (community_id, duplicate_of) where duplicate_of is not null;

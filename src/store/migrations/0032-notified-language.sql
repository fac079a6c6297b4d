-- The title of a question stands in the sentence of a notification: in which language it is, for whoever has that read out.
create or replace view notifiable_question as
select q.community_id, q.id, q.title, q.asker_id, q.tags, q.state, q.group_id, g.slug as group_slug, g.name as group_name, q.language
from question q
join community_group g on g.community_id = q.community_id and g.id = q.group_id;

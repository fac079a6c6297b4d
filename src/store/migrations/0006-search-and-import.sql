-- What can be found, written by the search reader from the event log; it can be emptied and rebuilt.

create table search_document (
  community_id bigint not null references community (id) on delete cascade,
  question_id bigint not null,
  words tsvector not null,
  primary key (community_id, question_id)
);
create index search_document_words on search_document using gin (words);

-- Where an imported row went, so that an import can stop, go on and be run again without doubling anything.
create table import_item (
  community_id bigint not null references community (id) on delete cascade,
  source text not null,
  kind text not null,
  source_id bigint not null,
  target_id bigint not null,
  primary key (community_id, source, kind, source_id)
);

-- What search reads of a question: documented here, so that search needs to know no other room's tables. `solution` is the text of
-- the confirmed answers.
create view searchable_question as
select q.community_id, q.id as question_id, q.group_id, q.title, q.tags, q.state, m.body, c.locale,
  (select string_agg(am.body, E'\n\n' order by a.id)
   from answer a join message am on am.community_id = a.community_id and am.id = a.id
   where a.community_id = q.community_id and a.question_id = q.id and a.confirmed_at is not null and a.removed_at is null
  ) as solution
from question q
join message m on m.community_id = q.community_id and m.id = q.message_id
join community c on c.id = q.community_id
where q.removed_at is null;

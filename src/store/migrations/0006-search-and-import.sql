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

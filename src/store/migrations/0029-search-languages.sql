-- In which language a question's words were cut: a query is cut as each language of the community cuts it, and compared with its own.
alter table search_document add column language text not null default 'en';
update search_document d set language = q.language from question q
where q.community_id = d.community_id and q.id = d.question_id;
alter table search_document alter column language drop default;
create index search_document_by_language on search_document (community_id, language);

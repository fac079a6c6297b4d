-- The desk finds problems without a question, whose title is their own, by its words.
create index problem_by_words on problem using gin (to_tsvector('simple', title)) where title is not null;

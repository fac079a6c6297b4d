-- An answer's question and author are those of its message, which it is written together with, and a message checks both. Checking them
-- again read and locked two rows at each answer, a tenth of what its statement costs. What deletes a question deletes its messages.
alter table answer drop constraint answer_community_id_question_id_fkey, drop constraint answer_community_id_author_id_fkey;

-- The log names what it is about without holding on to it, as its actors and subjects always did. Each event locked the row of its
-- community, all of a busy second's the same one.
alter table event drop constraint event_community_id_fkey;

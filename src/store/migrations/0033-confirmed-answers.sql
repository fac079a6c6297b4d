-- What solved a question is looked for wherever the question is shown as found, and most answers have not solved theirs.
create index answer_confirmed on answer (community_id, question_id) where confirmed_at is not null and removed_at is null;

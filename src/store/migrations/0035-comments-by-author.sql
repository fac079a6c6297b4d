-- What a member asked and answered is found by tables of its own. The index over everything that a member ever wrote was kept up to date by
-- each post, a tenth of what an answer's statement costs, for the comments among it.
create index comment_by_author on message (community_id, author_id, id) where reply_to_id is not null;
drop index message_by_author;

-- When an asker was last sent a link that answers a check: looked up for each mail that may ask.
create index check_token_by_check on check_token (community_id, check_id, created_at);

-- From which probability on "this is solved" is said in a group; null leaves it to what was learned, and 1 never says it.
alter table community_group add column solved_from double precision check (solved_from > 0 and solved_from <= 1);

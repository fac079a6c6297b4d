-- What comes in from other places: which member an author there is, and which message one there became. Their own ids are kept, so
-- that a message that is sent again is not doubled, and a reply finds what it replies to.
create table channel_author (
  community_id bigint not null,
  channel text not null check (channel ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(channel) <= 60),
  author text not null,
  member_id bigint not null,
  primary key (community_id, channel, author),
  foreign key (community_id, member_id) references member (community_id, id) on delete cascade
);
create index channel_author_by_member on channel_author (community_id, member_id);

create table channel_message (
  community_id bigint not null references community (id) on delete cascade,
  channel text not null,
  -- The channel's own id.
  key text not null,
  -- null only while the transaction that brings it runs.
  message_id bigint,
  -- The channel's id of what it replies to, where it says so; that may come later, or never.
  in_reply_to text,
  primary key (community_id, channel, key),
  foreign key (community_id, message_id) references message (community_id, id) on delete cascade
);
create index channel_message_by_message on channel_message (community_id, message_id);
create index channel_message_by_reply on channel_message (community_id, channel, in_reply_to) where in_reply_to is not null;

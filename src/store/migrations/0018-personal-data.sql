-- Words that look like personal data and are none, or may stay: whoever may mask them said so. Counts for the words as they stood then.
create table personal_data_kept (
  community_id bigint not null,
  message_id bigint not null,
  kept_by bigint not null,
  kept_at timestamptz not null,
  primary key (community_id, message_id),
  foreign key (community_id, message_id) references message (community_id, id) on delete cascade,
  foreign key (community_id, kept_by) references member (community_id, id)
);

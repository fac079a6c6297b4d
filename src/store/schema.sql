table allowance
  key text not null
  window_ends_at timestamp with time zone not null
  taken integer not null
  PRIMARY KEY (key)
  CREATE UNIQUE INDEX allowance_pkey ON public.allowance USING btree (key)
table answer
  community_id bigint not null
  id bigint not null
  question_id bigint not null
  author_id bigint not null
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  helped_count integer not null default 0
  removed_at timestamp with time zone
  FOREIGN KEY (community_id, id) REFERENCES message(community_id, id) ON DELETE CASCADE
  CHECK ((helped_count >= 0))
  PRIMARY KEY (community_id, id)
  CREATE INDEX answer_by_author ON public.answer USING btree (community_id, author_id, id DESC)
  CREATE INDEX answer_by_question ON public.answer USING btree (community_id, question_id, id)
  CREATE INDEX answer_confirmed ON public.answer USING btree (community_id, question_id) WHERE ((confirmed_at IS NOT NULL) AND (removed_at IS NULL))
  CREATE UNIQUE INDEX answer_pkey ON public.answer USING btree (community_id, id)
table answer_helped
  community_id bigint not null
  answer_id bigint not null
  member_id bigint not null
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id, answer_id) REFERENCES answer(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, answer_id, member_id)
  CREATE UNIQUE INDEX answer_helped_pkey ON public.answer_helped USING btree (community_id, answer_id, member_id)
table area_model
  community_id bigint not null
  version integer not null
  trained_at timestamp with time zone not null
  data_hash text not null
  examples integer not null
  areas integer not null
  held_back integer not null
  answered integer not null
  right_answers integer not null
  right_by_words integer not null
  file bytea
  CHECK ((areas > 0))
  CHECK (((answered >= 0) AND (answered <= held_back)))
  CHECK (((right_answers >= 0) AND (right_answers <= answered)))
  CHECK (((right_by_words >= 0) AND (right_by_words <= held_back)))
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  CHECK ((examples > 0))
  CHECK ((held_back >= 0))
  PRIMARY KEY (community_id, version)
  CHECK ((version > 0))
  CREATE UNIQUE INDEX area_model_pkey ON public.area_model USING btree (community_id, version)
table care_limit
  community_id bigint not null
  member_id bigint not null
  asked_weekly integer not null
  most_open integer not null
  calendar_id bigint
  away_until timestamp with time zone
  CHECK (((asked_weekly >= 0) AND (asked_weekly <= 50)))
  FOREIGN KEY (community_id, calendar_id) REFERENCES work_calendar(community_id, id)
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  CHECK (((most_open >= 1) AND (most_open <= 500)))
  PRIMARY KEY (community_id, member_id)
  CREATE UNIQUE INDEX care_limit_pkey ON public.care_limit USING btree (community_id, member_id)
table care_setting_change
  community_id bigint not null
  id bigint not null identity
  kind text not null
  subject_id bigint not null
  was jsonb
  by_id bigint not null
  at timestamp with time zone not null
  undone_at timestamp with time zone
  FOREIGN KEY (community_id, by_id) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['calendar'::text, 'team'::text, 'area'::text, 'service-level'::text, 'ladder'::text, 'limits'::text])))
  PRIMARY KEY (community_id, id)
  CREATE INDEX care_setting_change_by_subject ON public.care_setting_change USING btree (community_id, kind, subject_id, id)
  CREATE UNIQUE INDEX care_setting_change_pkey ON public.care_setting_change USING btree (community_id, id)
table channel_author
  community_id bigint not null
  channel text not null
  author text not null
  member_id bigint not null
  CHECK (((channel ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(channel) <= 60)))
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, channel, author)
  CREATE INDEX channel_author_by_member ON public.channel_author USING btree (community_id, member_id)
  CREATE UNIQUE INDEX channel_author_pkey ON public.channel_author USING btree (community_id, channel, author)
table channel_message
  community_id bigint not null
  channel text not null
  key text not null
  message_id bigint
  in_reply_to text
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  FOREIGN KEY (community_id, message_id) REFERENCES message(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, channel, key)
  CREATE INDEX channel_message_by_message ON public.channel_message USING btree (community_id, message_id)
  CREATE INDEX channel_message_by_reply ON public.channel_message USING btree (community_id, channel, in_reply_to) WHERE (in_reply_to IS NOT NULL)
  CREATE UNIQUE INDEX channel_message_pkey ON public.channel_message USING btree (community_id, channel, key)
table check_token
  community_id bigint not null
  token_hash text not null
  check_id bigint not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  FOREIGN KEY (community_id, check_id) REFERENCES problem_check(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, token_hash)
  CREATE INDEX check_token_by_check ON public.check_token USING btree (community_id, check_id, created_at)
  CREATE UNIQUE INDEX check_token_pkey ON public.check_token USING btree (community_id, token_hash)
table community
  id bigint not null identity
  slug text not null
  name text not null
  description text not null default ''::text
  locale text not null default 'en'::text
  colour_accent text
  colour_paper text
  created_at timestamp with time zone not null
  PRIMARY KEY (id)
  CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
  UNIQUE (slug)
  CREATE UNIQUE INDEX community_pkey ON public.community USING btree (id)
  CREATE UNIQUE INDEX community_slug_key ON public.community USING btree (slug)
table community_group
  community_id bigint not null
  id bigint not null identity
  slug text not null
  name text not null
  purpose text not null default ''::text
  rules text not null default ''::text
  charter text not null
  member_count integer not null default 0
  created_at timestamp with time zone not null
  archived_at timestamp with time zone
  solved_from double precision
  CHECK ((charter = ANY (ARRAY['help'::text, 'interest'::text])))
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  UNIQUE (community_id, slug)
  CHECK ((member_count >= 0))
  PRIMARY KEY (community_id, id)
  CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
  CHECK (((solved_from > (0)::double precision) AND (solved_from <= (1)::double precision)))
  CREATE UNIQUE INDEX community_group_community_id_slug_key ON public.community_group USING btree (community_id, slug)
  CREATE UNIQUE INDEX community_group_pkey ON public.community_group USING btree (community_id, id)
table conversation
  community_id bigint not null
  id bigint not null identity
  visibility text not null default 'public'::text
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  PRIMARY KEY (community_id, id)
  CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])))
  CREATE UNIQUE INDEX conversation_pkey ON public.conversation USING btree (community_id, id)
table credential
  id text not null
  person_id text not null
  account_id text not null
  provider_id text not null
  password text
  access_token text
  refresh_token text
  id_token text
  access_token_expires_at timestamp with time zone
  refresh_token_expires_at timestamp with time zone
  scope text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  CREATE INDEX credential_by_person ON public.credential USING btree (person_id)
  CREATE UNIQUE INDEX credential_pkey ON public.credential USING btree (id)
table desk_presence
  community_id bigint not null
  problem_id bigint not null
  member_id bigint not null
  seen_at timestamp with time zone not null
  typed_at timestamp with time zone
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, problem_id, member_id)
  CREATE UNIQUE INDEX desk_presence_pkey ON public.desk_presence USING btree (community_id, problem_id, member_id)
table digest_schedule
  community_id bigint not null
  member_id bigint not null
  time_zone text not null
  hour smallint not null
  last_sent_at timestamp with time zone
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  CHECK (((hour >= 0) AND (hour <= 23)))
  PRIMARY KEY (community_id, member_id)
  CREATE UNIQUE INDEX digest_schedule_pkey ON public.digest_schedule USING btree (community_id, member_id)
table event
  community_id bigint not null
  id bigint not null identity
  tx xid8 not null default pg_current_xact_id()
  at timestamp with time zone not null
  kind text not null
  actor_id bigint
  subject text not null
  subject_id bigint not null
  data jsonb not null default '{}'::jsonb
  recorded_at timestamp with time zone not null default now()
  restored boolean not null default false
  PRIMARY KEY (community_id, id)
  CREATE INDEX event_by_kind ON public.event USING btree (community_id, kind, id)
  CREATE INDEX event_by_subject ON public.event USING btree (community_id, subject, subject_id, id)
  CREATE INDEX event_in_order ON public.event USING btree (tx, id)
  CREATE UNIQUE INDEX event_pkey ON public.event USING btree (community_id, id)
  CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_event_change()
table event_reader
  name text not null
  position_tx xid8 not null default '0'::xid8
  position_id bigint not null default 0
  updated_at timestamp with time zone not null
  failure text
  PRIMARY KEY (name)
  CREATE UNIQUE INDEX event_reader_pkey ON public.event_reader USING btree (name)
table follow
  community_id bigint not null
  member_id bigint not null
  subject text not null
  key text not null
  because text not null
  began_at timestamp with time zone not null
  ended_at timestamp with time zone
  CHECK ((because = ANY (ARRAY['chosen'::text, 'asked'::text, 'answered'::text])))
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, member_id, subject, key)
  CHECK ((subject = ANY (ARRAY['question'::text, 'tag'::text, 'group'::text])))
  CREATE INDEX follow_by_subject ON public.follow USING btree (community_id, subject, key)
  CREATE UNIQUE INDEX follow_pkey ON public.follow USING btree (community_id, member_id, subject, key)
table group_ladder
  community_id bigint not null
  group_id bigint not null
  found_minutes integer not null
  peers_minutes integer not null
  named_minutes integer not null
  FOREIGN KEY (community_id, group_id) REFERENCES community_group(community_id, id) ON DELETE CASCADE
  CHECK (((found_minutes >= 0) AND (found_minutes <= 43200)))
  CHECK (((named_minutes >= 1) AND (named_minutes <= 43200)))
  CHECK (((peers_minutes >= 0) AND (peers_minutes <= 43200)))
  PRIMARY KEY (community_id, group_id)
  CREATE UNIQUE INDEX group_ladder_pkey ON public.group_ladder USING btree (community_id, group_id)
table group_member
  community_id bigint not null
  group_id bigint not null
  member_id bigint not null
  joined_at timestamp with time zone not null
  FOREIGN KEY (community_id, group_id) REFERENCES community_group(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, group_id, member_id)
  CREATE INDEX group_member_by_member ON public.group_member USING btree (community_id, member_id)
  CREATE UNIQUE INDEX group_member_pkey ON public.group_member USING btree (community_id, group_id, member_id)
table idempotency_key
  community_id bigint not null
  member_id bigint not null
  key text not null
  fingerprint text not null
  created_at timestamp with time zone not null
  status integer
  location text
  body text
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  CHECK (((length(key) >= 1) AND (length(key) <= 255)))
  PRIMARY KEY (community_id, member_id, key)
  CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (community_id, created_at)
  CREATE UNIQUE INDEX idempotency_key_pkey ON public.idempotency_key USING btree (community_id, member_id, key)
table import_item
  community_id bigint not null
  source text not null
  kind text not null
  source_id bigint not null
  target_id bigint not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  PRIMARY KEY (community_id, source, kind, source_id)
  CREATE UNIQUE INDEX import_item_pkey ON public.import_item USING btree (community_id, source, kind, source_id)
table known_problem
  community_id bigint not null
  problem_id bigint not null
  title text not null
  body text not null
  marked_at timestamp with time zone not null
  marked_by bigint not null
  fixed_at timestamp with time zone
  fixed_by bigint
  fixed_words text
  ended_at timestamp with time zone
  tell_from timestamp with time zone
  CHECK ((((fixed_at IS NULL) = (fixed_by IS NULL)) AND ((fixed_at IS NULL) = (fixed_words IS NULL))))
  FOREIGN KEY (community_id, fixed_by) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, marked_by) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, problem_id)
  CHECK ((btrim(title) <> ''::text))
  CREATE INDEX known_problem_now ON public.known_problem USING btree (community_id, marked_at DESC) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX known_problem_pkey ON public.known_problem USING btree (community_id, problem_id)
  CREATE INDEX known_problem_to_tell ON public.known_problem USING btree (tell_from) WHERE (tell_from IS NOT NULL)
table macro
  community_id bigint not null
  id bigint not null identity
  name text not null
  body text not null
  changed_at timestamp with time zone not null
  changed_by bigint not null
  FOREIGN KEY (community_id, changed_by) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  UNIQUE (community_id, name)
  PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX macro_community_id_name_key ON public.macro USING btree (community_id, name)
  CREATE UNIQUE INDEX macro_pkey ON public.macro USING btree (community_id, id)
table member
  community_id bigint not null
  id bigint not null identity
  person_id text
  name text not null
  about text not null default ''::text
  locale text
  theme text
  staff boolean not null default false
  joined_at timestamp with time zone not null
  erased_at timestamp with time zone
  unread_count integer not null default 0
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  UNIQUE (community_id, person_id)
  FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL
  PRIMARY KEY (community_id, id)
  CHECK ((theme = ANY (ARRAY['light'::text, 'dark'::text])))
  CHECK ((unread_count >= 0))
  CREATE INDEX member_by_name ON public.member USING btree (community_id, lower(name) COLLATE "C", id) WHERE (erased_at IS NULL)
  CREATE INDEX member_by_person ON public.member USING btree (person_id)
  CREATE UNIQUE INDEX member_community_id_person_id_key ON public.member USING btree (community_id, person_id)
  CREATE UNIQUE INDEX member_pkey ON public.member USING btree (community_id, id)
table member_role
  community_id bigint not null
  member_id bigint not null
  role text not null
  granted_at timestamp with time zone not null
  granted_by bigint
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, member_id, role)
  CHECK ((role = ANY (ARRAY['steward'::text, 'solver'::text, 'analyst'::text, 'marketer'::text, 'admin'::text])))
  CREATE INDEX member_role_by_role ON public.member_role USING btree (community_id, role)
  CREATE UNIQUE INDEX member_role_pkey ON public.member_role USING btree (community_id, member_id, role)
  CREATE TRIGGER member_staff_follows_roles AFTER INSERT OR DELETE ON public.member_role FOR EACH ROW EXECUTE FUNCTION keep_member_staff()
table message
  community_id bigint not null
  id bigint not null identity
  conversation_id bigint not null
  author_id bigint not null
  reply_to_id bigint
  body text not null
  html text not null
  created_at timestamp with time zone not null
  edited_at timestamp with time zone
  removed_at timestamp with time zone
  removed_because text
  language text
  CHECK (((removed_at IS NULL) = (removed_because IS NULL)))
  FOREIGN KEY (community_id, author_id) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, conversation_id) REFERENCES conversation(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, reply_to_id) REFERENCES message(community_id, id)
  CHECK ((language ~ '^[a-z]{2,3}$'::text))
  PRIMARY KEY (community_id, id)
  CREATE INDEX comment_by_author ON public.message USING btree (community_id, author_id, id) WHERE (reply_to_id IS NOT NULL)
  CREATE INDEX message_by_conversation ON public.message USING btree (community_id, conversation_id, id)
  CREATE INDEX message_by_reply_to ON public.message USING btree (community_id, reply_to_id) WHERE (reply_to_id IS NOT NULL)
  CREATE UNIQUE INDEX message_pkey ON public.message USING btree (community_id, id)
table message_revision
  community_id bigint not null
  message_id bigint not null
  id bigint not null identity
  title text
  body text not null
  tags text[]
  replaced_at timestamp with time zone not null
  replaced_by bigint not null
  FOREIGN KEY (community_id, message_id) REFERENCES message(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, message_id, id)
  CREATE UNIQUE INDEX message_revision_pkey ON public.message_revision USING btree (community_id, message_id, id)
table migration
  number integer not null
  name text not null
  applied_at timestamp with time zone not null
  PRIMARY KEY (number)
  CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (number)
table notification
  community_id bigint not null
  id bigint not null identity
  member_id bigint not null
  kind text not null
  subject text not null
  subject_id bigint not null
  thing text not null
  message_id bigint
  anchor text
  actor_id bigint
  reason text not null
  through text
  event_id bigint not null
  way text not null
  at timestamp with time zone not null
  read_at timestamp with time zone
  mail_due_at timestamp with time zone
  mailed_at timestamp with time zone
  UNIQUE (community_id, event_id, member_id, kind)
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, id)
  CHECK ((way = ANY (ARRAY['page'::text, 'mail'::text, 'digest'::text])))
  CREATE INDEX notification_by_age ON public.notification USING brin (at)
  CREATE INDEX notification_by_member ON public.notification USING btree (community_id, member_id, at DESC, id DESC)
  CREATE UNIQUE INDEX notification_community_id_event_id_member_id_kind_key ON public.notification USING btree (community_id, event_id, member_id, kind)
  CREATE INDEX notification_due ON public.notification USING btree (mail_due_at) WHERE (mail_due_at IS NOT NULL)
  CREATE INDEX notification_mailed ON public.notification USING btree (community_id, member_id, subject, subject_id, mailed_at DESC) WHERE (mailed_at IS NOT NULL)
  CREATE INDEX notification_of_thing ON public.notification USING btree (community_id, member_id, kind, thing, at DESC)
  CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (community_id, id)
  CREATE INDEX notification_unread ON public.notification USING btree (community_id, member_id, subject, subject_id) WHERE (read_at IS NULL)
  CREATE TRIGGER notification_counts_when_added AFTER INSERT ON public.notification REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_unread_count()
  CREATE TRIGGER notification_counts_when_read AFTER UPDATE ON public.notification REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_unread_count()
  CREATE TRIGGER notification_counts_when_removed AFTER DELETE ON public.notification REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_unread_count()
table notification_preference
  community_id bigint not null
  member_id bigint not null
  kind text not null
  way text not null
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, member_id, kind)
  CHECK ((way = ANY (ARRAY['off'::text, 'page'::text, 'mail'::text, 'digest'::text])))
  CREATE UNIQUE INDEX notification_preference_pkey ON public.notification_preference USING btree (community_id, member_id, kind)
table one_time_link
  secret_hash text not null
  purpose text not null
  person_id text
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  PRIMARY KEY (secret_hash)
  CHECK ((purpose = ANY (ARRAY['set-up'::text, 'sign-in'::text])))
  CREATE UNIQUE INDEX one_time_link_pkey ON public.one_time_link USING btree (secret_hash)
table outbox
  community_id bigint not null
  id bigint not null identity
  permit_id bigint not null
  channel text not null
  recipient text not null
  subject text not null
  body text not null
  state text not null default 'waiting'::text
  failure text
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  html text
  way_out text
  CHECK ((channel = 'mail'::text))
  FOREIGN KEY (community_id, permit_id) REFERENCES permit(community_id, id)
  PRIMARY KEY (community_id, id)
  CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'kept'::text])))
  CREATE INDEX outbox_by_age ON public.outbox USING btree (community_id, id DESC)
  CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (community_id, id)
  CREATE INDEX outbox_waiting ON public.outbox USING btree (community_id, id) WHERE (state = 'waiting'::text)
table permit
  community_id bigint not null
  id bigint not null identity
  basis text not null
  reason text not null
  member_id bigint
  issued_at timestamp with time zone not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, id)
  CHECK ((reason <> ''::text))
  CREATE UNIQUE INDEX permit_pkey ON public.permit USING btree (community_id, id)
table person
  id text not null
  name text not null
  email text not null
  email_verified boolean not null default false
  image text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  UNIQUE (email)
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX person_email_key ON public.person USING btree (email)
  CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
table personal_data_kept
  community_id bigint not null
  message_id bigint not null
  kept_by bigint not null
  kept_at timestamp with time zone not null
  FOREIGN KEY (community_id, kept_by) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, message_id) REFERENCES message(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, message_id)
  CREATE UNIQUE INDEX personal_data_kept_pkey ON public.personal_data_kept USING btree (community_id, message_id)
table phrase_vector
  community_id bigint not null
  text_hash text not null
  model text not null
  vector bytea not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  PRIMARY KEY (community_id, text_hash)
  CREATE UNIQUE INDEX phrase_vector_pkey ON public.phrase_vector USING btree (community_id, text_hash)
table private_case
  community_id bigint not null
  problem_id bigint not null
  conversation_id bigint not null
  opened_by bigint not null
  opened_at timestamp with time zone not null
  public_answer_id bigint
  FOREIGN KEY (community_id, conversation_id) REFERENCES conversation(community_id, id) ON DELETE CASCADE
  UNIQUE (community_id, conversation_id)
  FOREIGN KEY (community_id, opened_by) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, problem_id)
  CREATE UNIQUE INDEX private_case_community_id_conversation_id_key ON public.private_case USING btree (community_id, conversation_id)
  CREATE UNIQUE INDEX private_case_pkey ON public.private_case USING btree (community_id, problem_id)
table problem
  community_id bigint not null
  id bigint not null identity
  origin text not null
  question_id bigint
  conversation_id bigint not null
  message_id bigint
  origin_problem_id bigint
  asker_id bigint not null
  opened_by bigint
  opened_at timestamp with time zone not null
  title text
  group_id bigint
  area_id bigint
  team_id bigint not null
  language text
  urgency text not null default 'normal'::text
  state text not null
  rung text not null
  owner_kind text
  owner_id bigint
  claimed_at timestamp with time zone
  helper_spoke_at timestamp with time zone
  asker_spoke_at timestamp with time zone not null
  next_action_at timestamp with time zone
  next_step text
  asked_times integer not null default 0
  snoozes integer not null default 0
  gentle boolean not null default false
  found_question_id bigint
  found_answer_id bigint
  due_at timestamp with time zone
  due_clock text
  alarm text not null default 'none'::text
  alarm_at timestamp with time zone
  reopened integer not null default 0
  contested_at timestamp with time zone
  contested_because text
  over_at timestamp with time zone
  over_as text
  over_by bigint
  over_reason text
  over_instead text
  signed_by bigint
  duplicate_of bigint
  solved_by bigint
  solved_answer_id bigint
  wake_at timestamp with time zone generated as  CASE WHEN (over_at IS NULL) THEN LEAST(next_action_at, alarm_at) ELSE NULL::timestamp with time zone END
  CHECK ((((NOT (over_as IS DISTINCT FROM 'duplicate'::text)) = (duplicate_of IS NOT NULL)) AND (duplicate_of IS DISTINCT FROM id)))
  CHECK (((over_as IS DISTINCT FROM 'cannot-solve'::text) OR ((signed_by IS NOT NULL) AND (btrim(COALESCE(over_reason, ''::text)) <> ''::text) AND (btrim(COALESCE(over_instead, ''::text)) <> ''::text))))
  CHECK (((over_at IS NOT NULL) OR ((owner_kind IS NOT NULL) AND (owner_id IS NOT NULL) AND (next_action_at IS NOT NULL) AND (next_step IS NOT NULL))))
  CHECK (((over_as IS NULL) OR (over_as <> ALL (ARRAY['confirmed'::text, 'withdrawn'::text])) OR (over_by = asker_id)))
  CHECK ((((over_at IS NULL) = (over_as IS NULL)) AND ((over_at IS NULL) = (state <> 'over'::text))))
  CHECK ((alarm = ANY (ARRAY['none'::text, 'warned'::text, 'late'::text])))
  CHECK ((asked_times >= 0))
  CHECK (((contested_at IS NULL) = (contested_because IS NULL)))
  FOREIGN KEY (community_id, area_id) REFERENCES subject_area(community_id, id)
  FOREIGN KEY (community_id, asker_id) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, conversation_id) REFERENCES conversation(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, duplicate_of) REFERENCES problem(community_id, id)
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  FOREIGN KEY (community_id, group_id) REFERENCES community_group(community_id, id)
  FOREIGN KEY (community_id, origin_problem_id) REFERENCES problem(community_id, id)
  FOREIGN KEY (community_id, question_id) REFERENCES question(community_id, id) ON DELETE CASCADE
  UNIQUE (community_id, question_id)
  FOREIGN KEY (community_id, team_id) REFERENCES team(community_id, id)
  CHECK ((due_clock = ANY (ARRAY['first-answer'::text, 'next-answer'::text, 'solved'::text])))
  CHECK ((next_step = ANY (ARRAY['climb'::text, 'return'::text, 'ask-asker'::text, 'wake'::text, 'rest'::text])))
  CHECK ((origin = ANY (ARRAY['question'::text, 'message'::text, 'staff'::text, 'problem'::text])))
  CHECK ((over_as = ANY (ARRAY['confirmed'::text, 'cannot-solve'::text, 'duplicate'::text, 'withdrawn'::text])))
  CHECK ((owner_kind = ANY (ARRAY['member'::text, 'peers'::text, 'solver'::text, 'team'::text])))
  PRIMARY KEY (community_id, id)
  CHECK ((reopened >= 0))
  CHECK ((rung = ANY (ARRAY['found'::text, 'peers'::text, 'named'::text, 'solvers'::text, 'lead'::text])))
  CHECK ((snoozes >= 0))
  CHECK ((state = ANY (ARRAY['open'::text, 'waiting-for-asker'::text, 'snoozed'::text, 'over'::text])))
  CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
  CREATE INDEX problem_by_alarm ON public.problem USING btree (community_id, alarm, due_at, id) WHERE ((over_at IS NULL) AND (alarm <> 'none'::text))
  CREATE INDEX problem_by_area ON public.problem USING btree (community_id, area_id, next_action_at, id) WHERE (over_at IS NULL)
  CREATE INDEX problem_by_asker ON public.problem USING btree (community_id, asker_id, id)
  CREATE INDEX problem_by_conversation ON public.problem USING btree (community_id, conversation_id, id)
  CREATE INDEX problem_by_end ON public.problem USING btree (community_id, over_at, id) WHERE (over_at IS NOT NULL)
  CREATE INDEX problem_by_next_action ON public.problem USING btree (community_id, next_action_at, id) WHERE (over_at IS NULL)
  CREATE INDEX problem_by_opening ON public.problem USING btree (community_id, opened_at)
  CREATE INDEX problem_by_original ON public.problem USING btree (community_id, duplicate_of) WHERE (duplicate_of IS NOT NULL)
  CREATE INDEX problem_by_owner ON public.problem USING btree (community_id, owner_kind, owner_id, next_action_at, id) WHERE (over_at IS NULL)
  CREATE INDEX problem_by_owner_kind ON public.problem USING btree (community_id, owner_kind, next_action_at, id) WHERE (over_at IS NULL)
  CREATE INDEX problem_by_state ON public.problem USING btree (community_id, state, next_action_at, id) WHERE (over_at IS NULL)
  CREATE INDEX problem_by_team ON public.problem USING btree (community_id, team_id, next_action_at, id) WHERE (over_at IS NULL)
  CREATE INDEX problem_by_timer ON public.problem USING btree (wake_at) WHERE (wake_at IS NOT NULL)
  CREATE INDEX problem_by_urgency ON public.problem USING btree (community_id, urgency, next_action_at, id) WHERE (over_at IS NULL)
  CREATE INDEX problem_by_words ON public.problem USING gin (to_tsvector('simple'::regconfig, title)) WHERE (title IS NOT NULL)
  CREATE UNIQUE INDEX problem_community_id_question_id_key ON public.problem USING btree (community_id, question_id)
  CREATE UNIQUE INDEX problem_pkey ON public.problem USING btree (community_id, id)
  CREATE TRIGGER duplicate_needs_an_open_original BEFORE INSERT OR UPDATE OF duplicate_of ON public.problem FOR EACH ROW WHEN ((new.duplicate_of IS NOT NULL)) EXECUTE FUNCTION refuse_closed_original()
table problem_check
  community_id bigint not null
  id bigint not null identity
  problem_id bigint not null
  kind text not null
  answer_id bigint
  due_at timestamp with time zone not null
  asked_at timestamp with time zone
  dropped_at timestamp with time zone
  answered_at timestamp with time zone
  answer text
  remark text
  CHECK ((answer = ANY (ARRAY['solved'::text, 'not-solved'::text])))
  CHECK (((answered_at IS NULL) = (answer IS NULL)))
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['answer'::text, 'week'::text, 'month'::text])))
  PRIMARY KEY (community_id, id)
  CREATE INDEX problem_check_by_problem ON public.problem_check USING btree (community_id, problem_id, id)
  CREATE INDEX problem_check_by_timer ON public.problem_check USING btree (due_at) WHERE ((asked_at IS NULL) AND (dropped_at IS NULL))
  CREATE UNIQUE INDEX problem_check_pkey ON public.problem_check USING btree (community_id, id)
table problem_clock
  community_id bigint not null
  problem_id bigint not null
  clock text not null
  calendar_id bigint not null
  target_ms bigint not null
  warn_ms bigint not null
  left_ms bigint not null
  running_since timestamp with time zone
  stopped_at timestamp with time zone
  due_at timestamp with time zone
  CHECK ((clock = ANY (ARRAY['first-answer'::text, 'next-answer'::text, 'solved'::text])))
  FOREIGN KEY (community_id, calendar_id) REFERENCES work_calendar(community_id, id)
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, problem_id, clock)
  CHECK ((target_ms > 0))
  CREATE UNIQUE INDEX problem_clock_pkey ON public.problem_clock USING btree (community_id, problem_id, clock)
table problem_link
  community_id bigint not null
  problem_id bigint not null
  other_id bigint not null
  kind text not null
  created_at timestamp with time zone not null
  created_by bigint
  told_at timestamp with time zone
  CHECK ((problem_id <> other_id))
  FOREIGN KEY (community_id, other_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['related'::text, 'known'::text, 'merged'::text, 'split'::text])))
  PRIMARY KEY (community_id, problem_id, other_id, kind)
  CREATE INDEX problem_link_by_other ON public.problem_link USING btree (community_id, other_id)
  CREATE UNIQUE INDEX problem_link_pkey ON public.problem_link USING btree (community_id, problem_id, other_id, kind)
  CREATE INDEX problem_link_to_tell ON public.problem_link USING btree (community_id, other_id, problem_id) WHERE ((kind = 'known'::text) AND (told_at IS NULL))
table problem_note
  community_id bigint not null
  problem_id bigint not null
  id bigint not null identity
  author_id bigint not null
  body text not null
  html text not null
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id, author_id) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, problem_id, id)
  CREATE UNIQUE INDEX problem_note_pkey ON public.problem_note USING btree (community_id, problem_id, id)
table problem_step
  community_id bigint not null
  problem_id bigint not null
  id bigint not null identity
  at timestamp with time zone not null
  rung text not null
  owner_kind text
  owner_id bigint
  by_id bigint
  reason text not null
  data jsonb not null default '{}'::jsonb
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, problem_id, id)
  CREATE INDEX problem_step_by_member ON public.problem_step USING btree (community_id, by_id, at) WHERE (by_id IS NOT NULL)
  CREATE INDEX problem_step_by_owner ON public.problem_step USING btree (community_id, owner_kind, owner_id, at)
  CREATE UNIQUE INDEX problem_step_pkey ON public.problem_step USING btree (community_id, problem_id, id)
table question
  community_id bigint not null
  id bigint not null
  group_id bigint not null
  asker_id bigint not null
  message_id bigint not null
  title text not null
  tags text[] not null default '{}'::text[]
  created_at timestamp with time zone not null
  last_activity_at timestamp with time zone not null
  last_answer_by bigint
  answer_count integer not null default 0
  confirmed_count integer not null default 0
  helped_count integer not null default 0
  reopened_at timestamp with time zone
  duplicate_of bigint
  removed_at timestamp with time zone
  state text not null generated as  CASE WHEN (removed_at IS NOT NULL) THEN 'removed'::text WHEN (duplicate_of IS NOT NULL) THEN 'duplicate'::text WHEN (reopened_at IS NOT NULL) THEN 'waiting'::text WHEN (confirmed_count > 0) THEN 'solved'::text WHEN (answer_count > 0) THEN 'answered'::text ELSE 'waiting'::text END
  language text not null
  language_from text not null default 'unread'::text
  CHECK ((answer_count >= 0))
  FOREIGN KEY (community_id, asker_id) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, duplicate_of) REFERENCES question(community_id, id)
  FOREIGN KEY (community_id, group_id) REFERENCES community_group(community_id, id)
  FOREIGN KEY (community_id, id) REFERENCES conversation(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, message_id) REFERENCES message(community_id, id) ON DELETE CASCADE
  CHECK ((confirmed_count >= 0))
  CHECK ((helped_count >= 0))
  CHECK ((language ~ '^[a-z]{2,3}$'::text))
  CHECK ((language_from = ANY (ARRAY['unread'::text, 'community'::text, 'text'::text, 'person'::text])))
  PRIMARY KEY (community_id, id)
  CREATE INDEX question_by_activity ON public.question USING btree (community_id, last_activity_at DESC, id DESC) WHERE (removed_at IS NULL)
  CREATE INDEX question_by_asker ON public.question USING btree (community_id, asker_id, id DESC)
  CREATE INDEX question_by_group ON public.question USING btree (community_id, group_id, last_activity_at DESC, id DESC) WHERE (removed_at IS NULL)
  CREATE INDEX question_by_group_state ON public.question USING btree (community_id, group_id, state, last_activity_at DESC, id DESC)
  CREATE INDEX question_by_original ON public.question USING btree (community_id, duplicate_of) WHERE (duplicate_of IS NOT NULL)
  CREATE INDEX question_by_state ON public.question USING btree (community_id, state, last_activity_at DESC, id DESC)
  CREATE INDEX question_of_unread_language ON public.question USING btree (community_id, id) WHERE (language_from = 'unread'::text)
  CREATE UNIQUE INDEX question_pkey ON public.question USING btree (community_id, id)
table question_alias
  community_id bigint not null
  question_id bigint not null
  text text not null
  member_id bigint not null
  answer_id bigint
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, question_id) REFERENCES question(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, question_id, text)
  CHECK (((text <> ''::text) AND (length(text) <= 300)))
  CREATE UNIQUE INDEX question_alias_by_member ON public.question_alias USING btree (community_id, member_id, question_id)
  CREATE UNIQUE INDEX question_alias_pkey ON public.question_alias USING btree (community_id, question_id, text)
table question_link
  community_id bigint not null
  question_id bigint not null
  other_id bigint not null
  kind text not null
  created_at timestamp with time zone not null
  CHECK ((question_id <> other_id))
  FOREIGN KEY (community_id, other_id) REFERENCES question(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, question_id) REFERENCES question(community_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['related'::text, 'duplicate'::text])))
  PRIMARY KEY (community_id, question_id, other_id, kind)
  CREATE INDEX question_link_by_other ON public.question_link USING btree (community_id, other_id)
  CREATE UNIQUE INDEX question_link_pkey ON public.question_link USING btree (community_id, question_id, other_id, kind)
table question_tag
  community_id bigint not null
  question_id bigint not null
  tag text not null
  last_activity_at timestamp with time zone not null
  FOREIGN KEY (community_id, question_id) REFERENCES question(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, question_id, tag)
  CREATE INDEX question_tag_by_activity ON public.question_tag USING btree (community_id, tag, last_activity_at DESC, question_id DESC)
  CREATE UNIQUE INDEX question_tag_pkey ON public.question_tag USING btree (community_id, question_id, tag)
table question_vector
  community_id bigint not null
  question_id bigint not null
  model text
  text_hash text
  vector bytea
  stale_at timestamp with time zone
  CHECK ((((model IS NULL) = (vector IS NULL)) AND ((model IS NULL) = (text_hash IS NULL))))
  FOREIGN KEY (community_id, question_id) REFERENCES question(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, question_id)
  CREATE UNIQUE INDEX question_vector_pkey ON public.question_vector USING btree (community_id, question_id)
  CREATE INDEX question_vector_stale ON public.question_vector USING btree (community_id, question_id) WHERE (stale_at IS NOT NULL)
table saved_view
  community_id bigint not null
  member_id bigint not null
  id bigint not null identity
  name text not null
  view text not null
  urgency text
  area_id bigint
  FOREIGN KEY (community_id, area_id) REFERENCES subject_area(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  UNIQUE (community_id, member_id, name)
  PRIMARY KEY (community_id, member_id, id)
  CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
  CREATE UNIQUE INDEX saved_view_community_id_member_id_name_key ON public.saved_view USING btree (community_id, member_id, name)
  CREATE UNIQUE INDEX saved_view_pkey ON public.saved_view USING btree (community_id, member_id, id)
table search_document
  community_id bigint not null
  question_id bigint not null
  words tsvector not null
  language text not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  PRIMARY KEY (community_id, question_id)
  CREATE INDEX search_document_by_language ON public.search_document USING btree (community_id, language)
  CREATE UNIQUE INDEX search_document_pkey ON public.search_document USING btree (community_id, question_id)
  CREATE INDEX search_document_words ON public.search_document USING gin (words)
table search_learning
  community_id bigint not null
  choice text not null default 'newest'::text
  model_id bigint
  state text not null default 'idle'::text
  asked_at timestamp with time zone
  begun_at timestamp with time zone
  up_to bigint
  holder text
  seen_at timestamp with time zone
  part text
  done integer
  of integer
  checkpoint bytea
  ended_at timestamp with time zone
  outcome text
  clusters integer
  failure text
  CHECK (((model_id IS NULL) OR (choice <> 'off'::text)))
  CHECK ((choice = ANY (ARRAY['newest'::text, 'chosen'::text, 'off'::text])))
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  FOREIGN KEY (community_id, model_id) REFERENCES search_model(community_id, id)
  CHECK ((outcome = ANY (ARRAY['learned'::text, 'unchanged'::text, 'too-few'::text, 'failed'::text])))
  PRIMARY KEY (community_id)
  CHECK ((state = ANY (ARRAY['idle'::text, 'asked'::text, 'running'::text])))
  CREATE UNIQUE INDEX search_learning_pkey ON public.search_learning USING btree (community_id)
table search_model
  community_id bigint not null
  id bigint not null identity
  learned_at timestamp with time zone not null
  data_hash text not null
  documents integer not null
  clusters integer not null
  phrasings integer not null
  lessons integer not null
  cold_merit double precision not null
  learned_merit double precision not null
  cold_first integer not null
  learned_first integer not null
  helps boolean not null
  threshold double precision not null
  content bytea not null
  embeddings text
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX search_model_pkey ON public.search_model USING btree (community_id, id)
table service_level
  community_id bigint not null
  id bigint not null identity
  group_id bigint
  urgency text
  calendar_id bigint not null
  first_answer_minutes integer
  next_answer_minutes integer
  solved_minutes integer
  warn_percent integer not null default 75
  FOREIGN KEY (community_id, calendar_id) REFERENCES work_calendar(community_id, id)
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  FOREIGN KEY (community_id, group_id) REFERENCES community_group(community_id, id) ON DELETE CASCADE
  UNIQUE NULLS NOT DISTINCT (community_id, group_id, urgency)
  CHECK ((first_answer_minutes > 0))
  CHECK ((next_answer_minutes > 0))
  PRIMARY KEY (community_id, id)
  CHECK ((solved_minutes > 0))
  CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
  CHECK (((warn_percent >= 1) AND (warn_percent <= 99)))
  CREATE UNIQUE INDEX service_level_community_id_group_id_urgency_key ON public.service_level USING btree (community_id, group_id, urgency) NULLS NOT DISTINCT
  CREATE UNIQUE INDEX service_level_pkey ON public.service_level USING btree (community_id, id)
table session
  id text not null
  token text not null
  person_id text not null
  expires_at timestamp with time zone not null
  ip_address text
  agent text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (token)
  CREATE INDEX session_by_person ON public.session USING btree (person_id)
  CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id)
  CREATE UNIQUE INDEX session_token_key ON public.session USING btree (token)
table setting
  name text not null
  value text not null
  updated_at timestamp with time zone not null
  PRIMARY KEY (name)
  CREATE UNIQUE INDEX setting_pkey ON public.setting USING btree (name)
table skill
  community_id bigint not null
  subject text not null
  subject_id bigint not null
  member_id bigint not null
  solves integer not null
  last_at timestamp with time zone not null
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, subject, subject_id, member_id)
  CHECK ((solves > 0))
  CHECK ((subject = ANY (ARRAY['area'::text, 'group'::text])))
  CREATE INDEX skill_by_member ON public.skill USING btree (community_id, member_id)
  CREATE UNIQUE INDEX skill_pkey ON public.skill USING btree (community_id, subject, subject_id, member_id)
table subject_area
  community_id bigint not null
  id bigint not null identity
  slug text not null
  name text not null
  tags text[] not null default '{}'::text[]
  team_id bigint
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  UNIQUE (community_id, slug)
  FOREIGN KEY (community_id, team_id) REFERENCES team(community_id, id)
  CHECK ((name <> ''::text))
  PRIMARY KEY (community_id, id)
  CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
  CREATE UNIQUE INDEX subject_area_community_id_slug_key ON public.subject_area USING btree (community_id, slug)
  CREATE UNIQUE INDEX subject_area_pkey ON public.subject_area USING btree (community_id, id)
table tag
  community_id bigint not null
  name text not null
  description text not null default ''::text
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  CHECK (((length(name) >= 1) AND (length(name) <= 50)))
  PRIMARY KEY (community_id, name)
  CREATE UNIQUE INDEX tag_pkey ON public.tag USING btree (community_id, name)
table team
  community_id bigint not null
  id bigint not null identity
  name text not null
  lead_id bigint
  calendar_id bigint
  is_default boolean not null default false
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id, calendar_id) REFERENCES work_calendar(community_id, id)
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  FOREIGN KEY (community_id, lead_id) REFERENCES member(community_id, id)
  UNIQUE (community_id, name)
  CHECK ((name <> ''::text))
  PRIMARY KEY (community_id, id)
  CREATE UNIQUE INDEX team_by_default ON public.team USING btree (community_id) WHERE is_default
  CREATE UNIQUE INDEX team_community_id_name_key ON public.team USING btree (community_id, name)
  CREATE UNIQUE INDEX team_pkey ON public.team USING btree (community_id, id)
table team_member
  community_id bigint not null
  team_id bigint not null
  member_id bigint not null
  joined_at timestamp with time zone not null
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, team_id) REFERENCES team(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, team_id, member_id)
  CREATE INDEX team_member_by_member ON public.team_member USING btree (community_id, member_id)
  CREATE UNIQUE INDEX team_member_pkey ON public.team_member USING btree (community_id, team_id, member_id)
table thanks
  community_id bigint not null
  id bigint not null identity
  message_id bigint not null
  from_id bigint not null
  to_id bigint not null
  note text not null default ''::text
  created_at timestamp with time zone not null
  CHECK ((from_id <> to_id))
  FOREIGN KEY (community_id, from_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, message_id) REFERENCES message(community_id, id) ON DELETE CASCADE
  UNIQUE (community_id, message_id, from_id)
  FOREIGN KEY (community_id, to_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, id)
  CREATE INDEX thanks_by_receiver ON public.thanks USING btree (community_id, to_id, id DESC)
  CREATE UNIQUE INDEX thanks_community_id_message_id_from_id_key ON public.thanks USING btree (community_id, message_id, from_id)
  CREATE UNIQUE INDEX thanks_pkey ON public.thanks USING btree (community_id, id)
table token
  community_id bigint not null
  id bigint not null identity
  member_id bigint not null
  name text not null
  secret_hash text not null
  scopes text[] not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  UNIQUE (community_id, secret_hash)
  PRIMARY KEY (community_id, id)
  CREATE INDEX token_by_member ON public.token USING btree (community_id, member_id)
  CREATE UNIQUE INDEX token_community_id_secret_hash_key ON public.token USING btree (community_id, secret_hash)
  CREATE UNIQUE INDEX token_pkey ON public.token USING btree (community_id, id)
table triage
  community_id bigint not null
  message_id bigint not null
  conversation_id bigint not null
  author_id bigint not null
  at timestamp with time zone not null
  problem_id bigint
  kind text not null
  area_id bigint
  urgency text not null
  language text
  probability real not null
  abstained boolean not null
  ask_until timestamp with time zone
  decided_by bigint
  decided_at timestamp with time zone
  area_probability real
  CHECK (((area_probability >= (0)::double precision) AND (area_probability <= (1)::double precision)))
  FOREIGN KEY (community_id, area_id) REFERENCES subject_area(community_id, id)
  FOREIGN KEY (community_id, author_id) REFERENCES member(community_id, id)
  FOREIGN KEY (community_id, message_id) REFERENCES message(community_id, id) ON DELETE CASCADE
  FOREIGN KEY (community_id, problem_id) REFERENCES problem(community_id, id) ON DELETE SET NULL (problem_id)
  CHECK ((kind = ANY (ARRAY['problem'::text, 'question'::text, 'complaint'::text, 'praise'::text, 'chatter'::text])))
  PRIMARY KEY (community_id, message_id)
  CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision)))
  CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
  CREATE INDEX triage_by_author ON public.triage USING btree (community_id, author_id, at)
  CREATE INDEX triage_by_problem ON public.triage USING btree (community_id, problem_id, message_id) WHERE (problem_id IS NOT NULL)
  CREATE INDEX triage_by_timer ON public.triage USING btree (ask_until) WHERE (ask_until IS NOT NULL)
  CREATE UNIQUE INDEX triage_pkey ON public.triage USING btree (community_id, message_id)
  CREATE INDEX triage_to_decide ON public.triage USING btree (community_id, ask_until, message_id) WHERE (ask_until IS NOT NULL)
table triage_lesson
  community_id bigint not null
  id bigint not null identity
  message_id bigint not null
  guessed text not null
  kind text not null
  area_id bigint
  urgency text not null
  taught_by bigint not null
  taught_at timestamp with time zone not null
  FOREIGN KEY (community_id, message_id) REFERENCES message(community_id, id) ON DELETE CASCADE
  CHECK ((kind = ANY (ARRAY['problem'::text, 'question'::text, 'complaint'::text, 'praise'::text, 'chatter'::text])))
  PRIMARY KEY (community_id, id)
  CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])))
  CREATE UNIQUE INDEX triage_lesson_pkey ON public.triage_lesson USING btree (community_id, id)
table triage_model
  community_id bigint not null
  version integer not null
  trained_at timestamp with time zone not null
  last_lesson_id bigint not null
  lessons integer not null
  held_back integer not null
  right_before integer not null
  right_after integer not null
  file bytea
  CHECK (((right_before >= 0) AND (right_before <= held_back)))
  CHECK (((right_after >= 0) AND (right_after <= held_back)))
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  CHECK ((held_back >= 0))
  CHECK ((lessons > 0))
  PRIMARY KEY (community_id, version)
  CHECK ((version > 0))
  CREATE UNIQUE INDEX triage_model_pkey ON public.triage_model USING btree (community_id, version)
table verification
  id text not null
  identifier text not null
  value text not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  PRIMARY KEY (id)
  CREATE INDEX verification_by_identifier ON public.verification USING btree (identifier)
  CREATE UNIQUE INDEX verification_pkey ON public.verification USING btree (id)
table work_calendar
  community_id bigint not null
  id bigint not null identity
  name text not null
  time_zone text not null
  spans jsonb not null
  holidays text[] not null default '{}'::text[]
  created_at timestamp with time zone not null
  FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
  UNIQUE (community_id, name)
  CHECK ((name <> ''::text))
  PRIMARY KEY (community_id, id)
  CHECK (((jsonb_typeof(spans) = 'array'::text) AND (jsonb_array_length(spans) > 0)))
  CREATE UNIQUE INDEX work_calendar_community_id_name_key ON public.work_calendar USING btree (community_id, name)
  CREATE UNIQUE INDEX work_calendar_pkey ON public.work_calendar USING btree (community_id, id)
table work_correction
  community_id bigint not null
  member_id bigint not null
  id bigint not null identity
  cover_from timestamp with time zone not null
  cover_to timestamp with time zone not null
  began_at timestamp with time zone
  ended_at timestamp with time zone
  purpose text
  made_at timestamp with time zone not null
  CHECK ((cover_to > cover_from))
  CHECK ((((purpose IS NULL) = (began_at IS NULL)) AND ((began_at IS NULL) = (ended_at IS NULL))))
  CHECK (((began_at IS NULL) OR ((began_at >= cover_from) AND (ended_at <= cover_to) AND (ended_at > began_at))))
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, member_id, id)
  CHECK ((purpose = ANY (ARRAY['solving'::text, 'building'::text, 'connecting'::text])))
  CREATE UNIQUE INDEX work_correction_pkey ON public.work_correction USING btree (community_id, member_id, id)
table work_sign
  community_id bigint not null
  member_id bigint not null
  id bigint not null identity
  event_id bigint
  act text not null
  purpose text not null
  began_at timestamp with time zone not null
  ended_at timestamp with time zone not null
  problem_id bigint
  question_id bigint
  CHECK ((ended_at >= began_at))
  UNIQUE (community_id, event_id)
  FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
  PRIMARY KEY (community_id, member_id, id)
  CHECK ((purpose = ANY (ARRAY['solving'::text, 'building'::text, 'connecting'::text])))
  CREATE INDEX work_sign_by_time ON public.work_sign USING btree (community_id, ended_at)
  CREATE UNIQUE INDEX work_sign_community_id_event_id_key ON public.work_sign USING btree (community_id, event_id)
  CREATE INDEX work_sign_of_member ON public.work_sign USING btree (community_id, member_id, ended_at)
  CREATE UNIQUE INDEX work_sign_pkey ON public.work_sign USING btree (community_id, member_id, id)

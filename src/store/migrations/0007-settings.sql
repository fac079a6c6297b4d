-- What the installation decides once for itself, such as the secret that signs session cookies.

create table setting (
  name text primary key,
  value text not null,
  updated_at timestamptz not null
);

-- The list of members is paged by name and searched by its beginning, in an order that no server's locale changes.
drop index member_by_name;
create index member_by_name on member (community_id, (lower(name) collate "C"), id) where erased_at is null;

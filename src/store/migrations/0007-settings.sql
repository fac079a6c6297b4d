-- What the installation decides once for itself, such as the secret that signs session cookies.

create table setting (
  name text primary key,
  value text not null,
  updated_at timestamptz not null
);

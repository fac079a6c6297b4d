-- Events that an import of an export brought along with everything that became of them: nobody acts on them a second time, and they are
-- news to nobody.
alter table event add column restored boolean not null default false;
-- An export says that a problem ended as a duplicate; its original was open then, and may have been solved since.
create or replace function refuse_closed_original() returns trigger language plpgsql as $$
begin
  if current_setting('kith.restores', true) = 'yes' then
    return new;
  end if;
  perform from problem p where p.community_id = new.community_id and p.id = new.duplicate_of and p.over_at is null for share;
  if not found then
    raise exception 'problem % cannot be a duplicate of %, which is over', new.id, new.duplicate_of using errcode = 'check_violation';
  end if;
  return new;
end $$;

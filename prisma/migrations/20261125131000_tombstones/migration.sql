-- A tombstone names the person, not the address: a random id needs no key, and says nothing outside of a backup.
drop table "tombstone";
create table "tombstone" (
  "person_id" uuid not null,
  "erased_on" date,
  "became_id" uuid,
  constraint "tombstone_pkey" primary key ("person_id")
);
create index "tombstone_became_id_idx" on "tombstone"("became_id");

-- PostgreSQL keeps samples of every column for its planner. Of these columns it keeps none any more, and what it had goes:
-- a destroyed secret, an answered message or a finished conversation must not live on in a sample.
alter table "consultation" alter column "secret" type bytea using "secret", alter column "secret" set statistics 0;
alter table "inbox" alter column "body" type bytea using "body", alter column "body" set statistics 0;
alter table "session" alter column "state" type bytea using "state", alter column "state" set statistics 0;
alter table "session" alter column "replies" type bytea using "replies", alter column "replies" set statistics 0;

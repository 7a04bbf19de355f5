## The team and its invitations

role-administrator = administrator
role-coordinator = coordinator
role-moderator = moderator
role-safeguarding_officer = safeguarding officer
role-auditor = auditor
role-contact = contact
role-second = second contact
role-superior = superior

staff-command = The programme's team and its roles
staff-invite-help = Invites somebody to the team: prints a one-time code, good for 7 days
staff-list-help = Shows who is in the team and which codes are waiting
staff-revoke-help = Takes a role away at once
staff-role-option = role: { $roles }
staff-name-option = what to call this seat, for example "Programme coordination" (no person's name)
staff-id = the id from "staff list"
invitation-code = Code: { $code }
invitation-for = Role: { $role }. The code works once, until { $day }.
invitation-web = In a browser: { $link }
invitation-chat = In Telegram or Discord: write to the bot /code { $code }
invitation-once = This code is only shown now. Please hand it over in a safe way.
staff-nobody = Nobody is in the team yet. Invite somebody: npm run hejnal -- staff invite --role administrator
staff-column-id = Id
staff-column-role = Role
staff-column-label = Seat
staff-column-since = Since
staff-waiting = Codes nobody has used yet:
staff-column-until = Good until
staff-revoked = Role taken away: { $id }
problem-staff-unknown = Nobody in the team has the id "{ $id }". See: npm run hejnal -- staff list
problem-entity-unknown = The plan has no entity "{ $id }". There are: { $known }.
problem-no-entities = There is no entity yet. Please import a plan first.

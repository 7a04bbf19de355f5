## The people who speak for entities, and how they are reached

contact-command = The people who speak for entities
contact-invite-help = Invites somebody to speak for an entity
contact-entity-option = an entity of the plan, for example zdt
contact-role-option = who is asked: { $roles }
contact-name-option = what to call this seat, for example "Cycle path section" (no person's name)
contact-list-help = Shows who speaks for whom; entities where nobody can be asked come first
contact-end-help = Ends speaking for an entity: open reminders go to the next in line
contact-person = a person's id from "contact list"
contact-unreached = Nobody can be asked, and something is due:
contact-unreached-one = • { $id }: { $name }. Invite somebody: npm run hejnal -- contact invite --entity { $id }
contact-nobody = Nobody speaks for an entity yet.
channel-terminal = terminal
contact-nowhere = nowhere
contact-column-entity = Entity
contact-column-role = Role
contact-column-label = Seat
contact-column-channels = Channels
contact-column-language = Language
contact-column-since = Since
contact-column-until = Good until
contact-column-id = Id
contact-ended-one = Ended: { $entity } ({ $id })
contact-ended = From today we no longer ask you about the matters of: { $entity }. Thank you for working with us!
invitation-telegram = In Telegram: { $link }
invitation-discord = In Discord: { $link }, and there write /code { $code }
problem-contact-unknown = Nobody like that speaks for an entity: "{ $id }". See: npm run hejnal -- contact list
problem-contact-end-whom = Name a person, an entity (--entity), or both.
partner-home-several = Good to see you. You speak for:
partner-home-one = • { $entity }

stopped-contact = Reminders end. From now on we ask the next person of your entity about what is due.
stopped-start = If they should come back, write /start.
stop-taken-back = Reminders are back.
partner-home-stopped = Reminders are off. /start turns them on again.

## What is due in one's own calendar

calendar-name = Due for the city
calendar-name-of = Due: { $entity }
calendar-measure = Measure { $code }: { $name }
calendar-entity = Entity: { $entity }
calendar-answer = Answer in the chat with /deadlines. { $link }
calendar-done = ✓ { $name }

calendar-link = Your calendar of what is due: { $link }
calendar-link-how = Add this address to your calendar program as a calendar from the internet (subscription). Dates that move arrive by themselves.
calendar-link-secret = The address is shown only now. Whoever has it sees these dates, so keep it to yourself.
calendar-have = Your calendar has an address already, which is shown only once. A new address ends the one before.
calendar-new-button = New address
calendar-off-button = End the address
calendar-off = This address no longer works. A new one: /calendar

calendar-command = What an entity has to do, in a calendar
calendar-link-help = Makes a secret address of an entity's calendar; the one before ends
calendar-revoke-help = Ends the calendar address of a person or an entity
calendar-made = Calendar: { $link }
calendar-made-once = This address is only shown now. Please hand it over in a safe way.
calendar-revoked = Ended: { $id }
problem-calendar-unknown = "{ $id }" has no calendar with an address that works.

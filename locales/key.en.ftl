## Changing the key

key-command = The key that seals addresses, conversations and texts
key-rotate-help = Seals everything with the new CONTACT_KEY; CONTACT_KEY_OLD is the one so far. Stop the service first. It can be ended at any moment and goes on where it was.
key-page = { $table }: { $rows }
key-rotated = Everything is sealed with the new key. Rows: { $rows }. Take CONTACT_KEY_OLD out of the settings and start the service. Calendar links have ended.
key-rotated-before = Everything is sealed with this key already.
problem-key-old-missing = CONTACT_KEY_OLD is missing. Set it to the key so far, and CONTACT_KEY to the new one; a new one is made by: openssl rand -base64 32
problem-key-same = CONTACT_KEY and CONTACT_KEY_OLD are the same. Make a new one by: openssl rand -base64 32
problem-key-in-use = The service or a command is still running with the old key. Stop all processes, then try again.
problem-key-rotating = The key is being changed. Finish that first: npm run hejnal -- key rotate
problem-contact-key-other = CONTACT_KEY is not the key this database is sealed with. Set the right one. To change it: npm run hejnal -- key rotate
problem-key-unreadable = CONTACT_KEY_OLD does not open everything in { $table }. It is not the key that was used there. Nothing is lost: what was done stays done.

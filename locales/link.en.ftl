## One person, two messengers

link-code = Code: { $code }. It works once, for 10 minutes.
link-how = In your other messenger write to us: /code { $code }. For the web chat open: { $link }
link-linked = These channels are linked already. Each can be taken away.
link-take-away = Take away: { $channel }
link-taken-away = Taken away: { $channel }. Nothing will come there any more.
link-not-yet = Linking channels works for partners and staff so far.
link-done = Linked! We know you in both places now, and write to you here: { $channel }. To change that: /settings
link-self = This code is from here. Please type it in your other messenger.
link-both-answered = There are answers to the same consultation in both places. So they cannot be linked for now.
link-told = A channel was linked: { $channel }. If that was not meant, /link takes it away.
settings-link = Link messengers

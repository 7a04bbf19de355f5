## One person, two messengers

link-code = Code: { $code }. It works once, for 10 minutes.
link-how = In your other messenger write to us: /code { $code }. For the web chat open: { $link }
link-keep = Do not show the code to anybody. Whoever types it counts as you, and sees your answers.
link-linked = These channels are linked already. Each can be taken away.
link-nothing-yet = We keep nothing about you here yet, so there is nothing to link. Have you begun somewhere else? Type /link there, and then the code here.
link-take-away = Take away: { $channel }
link-taken-away = Taken away: { $channel }. Nothing will come there any more.
link-done = Linked! We know you in both places now, and write to you here: { $channel }. To change that: /settings
link-self = This code is from here. Please type it in your other messenger.
link-both-answered = You had answers in both places. Where a question had two, the one from here counts.
link-both-change = As long as a consultation is open, you can change them.
link-too-young = These two cannot be linked: one of them is for older people. You can go on where you began, or on the city's website.
link-told = A channel was linked: { $channel }. If that was not you, /unlink takes it away.
unlink-which = Which channel shall go?
unlink-here = What you answered stays here. The channel that goes no longer knows you.
unlink-none = No other channel is linked. To link one: /link
unlink-kept = What you answered stays here. If you told us not to write, that holds in both places.
settings-link = Link messengers
settings-unlink = Take a channel away
command-name-unlink = unlink
command-unlink = Take a linked channel away

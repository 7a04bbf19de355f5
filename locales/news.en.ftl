## Messages from the city: what they are, agreeing to them, and taking that back.

news-button = Messages from the city
news-intro = We can write to you when something is on for young people. First, one question.
news-offer = We write when a consultation begins, when the city has decided something, and when something is on for young people. At most three messages a week, never between 20:00 and 8:00. /stop ends all of it. Would you like to get them?
news-yes = Yes, I would like them
news-no = No, thanks
news-on = Done. From now on you get messages from the city. Type /stop whenever you want them to end.
news-is-on = You get messages from the city: at most three a week, never between 20:00 and 8:00. Shall we keep it so?
news-turn-off = Turn them off
news-keep = Keep them
news-off = Done. We do not send you messages from the city any more. Type /news if you want them back.
news-kept = All right, you keep getting them.
news-declined = All right, we will not write. Type /news if you change your mind.
news-refusal = Thank you for wanting to know what is going on! Here we can only write to older people. The news is on the city's website too.

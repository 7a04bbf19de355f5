## The menus of commands: names and descriptions, as Telegram and Discord show them.

command-name-start = start
command-start = Begin: the open consultations
command-name-help = help
command-help = Numbers where someone will listen
command-name-privacy = privacy
command-privacy = What we keep about you, and for how long
command-name-mydata = mydata
command-mydata = A file with everything we keep about you
command-name-delete = delete
command-delete = Erase your data
command-name-stop = stop
command-stop = No more messages from us
command-name-language = language
command-language = Change the language
command-name-news = news
command-news = Messages from the city: turn them on or off
command-name-code = code
command-code = A code from class or an invitation
command-name-post = post
command-post = For staff: post a consultation here
command-name-announce = announce
command-announce = For staff: announcements
command-name-deadlines = deadlines
command-deadlines = For partners: what is due
command-name-plan = plan
command-plan = For partners: our measures

command-option-code = The code, for example ABCD-EFGH
command-option-post = The consultation's id
command-option-announce = "here" or "off": whether this place carries announcements
discord-write = Write an answer
discord-your-answer = Your answer
discord-send = Send
discord-more = More answers
discord-choose = Choose from the list

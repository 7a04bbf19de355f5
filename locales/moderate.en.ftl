## Reading free texts before anybody else does

command-name-moderate = moderate
command-moderate = For staff: read what was written
moderate-button = Texts to read
moderate-left = { $count ->
    [one] One text waits.
   *[other] { $count } texts wait.
}
moderate-asked = { $consultation }: { $question }
moderate-released = Release
moderate-redacted = Redact
moderate-removed = Remove
moderate-redact = Write the text as it may be shown: without names, addresses and anything that points at somebody.
moderate-none = No text waits to be read.
moderate-gone = This text has been dealt with already, or it was changed.
moderated-released = Released: it may be quoted.
moderated-redacted = Kept in your words.
moderated-removed = Removed.
moderate-alert = { $count ->
    [one] One text has been waiting to be read since an earlier day.
   *[other] { $count } texts wait to be read, some of them since an earlier day.
}
problem-text-gone = This text has been dealt with already, or it was changed. See: npm run hejnal -- moderation list
moderation-command = Free texts that wait to be read
moderation-list-help = Shows the texts that wait, without anything about who wrote them
moderation-release-help = The text may be quoted as it is
moderation-redact-help = The text may be quoted in these words
moderation-remove-help = The text is never shown, and is forgotten
moderation-id = the text's id from "moderation list"
moderation-text-option = how the text may be shown
moderation-column-id = Id
moderation-column-since = Since
moderation-column-question = Question
moderation-column-text = Text

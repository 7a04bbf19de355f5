## How somebody is written to

settings-button = Settings
settings-lead = Your settings. What holds now is ticked.
settings-quiet = Quiet from { $from } to { $to }: nothing comes from us then.
settings-digest = We write about what is due once a day, in one message.
settings-each = We write about each thing that is due on its own.
settings-channel = We write here: { $channel }. Other channels are in reserve.
settings-quiet-button = Quiet { $from }–{ $to }
settings-quiet-own = Other quiet hours…
settings-day-button = One message a day
settings-each-button = Each on its own
settings-channel-button = Write here: { $channel }
settings-calendar = My calendar
settings-quiet-ask = From when to when shall it be quiet? Write for example: 19:00-7:30
settings-quiet-unclear = There are no two times in this.
settings-quiet-too-long = That is almost the whole day. Please leave at least 4 hours for messages.

## Places that carry announcements: groups and server channels.

place-how = To make this place carry announcements, write /announce here. To end it, /announce off.
place-only-there = Please write this in the group or the server channel itself.
place-chosen-pl = This place carries announcements from now on, in Polish. Another language: /announce here uk. To end it: /announce off.
place-chosen-en = This place carries announcements from now on, in English. Another language: /announce here pl. To end it: /announce off.
place-chosen-uk = This place carries announcements from now on, in Ukrainian. Another language: /announce here pl. To end it: /announce off.
place-left = This place does not carry announcements any more.

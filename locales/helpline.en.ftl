## Helplines that somebody has to check

helplines-unchecked = { $count ->
    [one] One helpline has not been checked for a long time: { $numbers }. Please call it, write the day into the consultation file ("verified") and import it again.
   *[other] { $count } helplines have not been checked for a long time: { $numbers }. Please call them, write the day into the consultation file ("verified") and import it again.
}

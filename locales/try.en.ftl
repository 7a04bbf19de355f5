## The embedded run: what is seen in the terminal.

try-database = Preparing the database
try-seed = Loading the sample city: plan, consultations, answers
try-service = Starting chat, jobs and pages
try-open = The city is ready
try-seats = Three seats: youth, partner, administration. Ctrl-C stops everything; the data stay.
try-closed = Everything is stopped. To begin anew: npm run try -- --fresh

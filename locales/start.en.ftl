## Starting: what keeps the service from it.

problem-port-taken = Another program already listens at { $host }, port { $port }. End it, or choose another port, for example: WEB_PORT={ $next }
problem-port-refused = This program may not listen at { $host }, port { $port } ({ $reason }). Correct WEB_HOST or WEB_PORT.
problem-queue-unreachable = The queue does not answer. Check QUEUE_URL and whether PostgreSQL is running there.

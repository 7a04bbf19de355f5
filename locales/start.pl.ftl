## Start: co go uniemożliwia.

problem-port-taken = Pod adresem { $host }, port { $port }, działa już inny program. Zakończ go albo wybierz inny port, na przykład: WEB_PORT={ $next }
problem-port-refused = Pod adresem { $host }, port { $port }, nie można nasłuchiwać ({ $reason }). Popraw WEB_HOST albo WEB_PORT.
problem-queue-unreachable = Kolejka nie odpowiada. Sprawdź QUEUE_URL i czy działa tam PostgreSQL.

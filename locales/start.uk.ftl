## Запуск: що йому заважає.

problem-port-taken = За адресою { $host }, порт { $port }, уже працює інша програма. Заверши її або вибери інший порт, наприклад: WEB_PORT={ $next }
problem-port-refused = За адресою { $host }, порт { $port }, слухати не вдається ({ $reason }). Виправ WEB_HOST або WEB_PORT.
problem-queue-unreachable = Черга не відповідає. Перевір QUEUE_URL і чи працює там PostgreSQL.

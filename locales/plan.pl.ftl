## Plan działań

problem-plan-invalid = Tego pliku z planem nie da się wczytać. Popraw, proszę:
problem-plan-exists = Plan „{ $id }” już tu jest, wczytany z innego pliku. Nic nie zostało zmienione.

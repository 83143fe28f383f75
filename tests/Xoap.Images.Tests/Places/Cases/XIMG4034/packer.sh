# The records of the run are lost while it goes on. A failing ":" would end the shell.
if [ "$1" = init ]; then
  cd records/web/none || exit
  until mv runs "lost-$((n = n + 1))" && true > runs; do :; done
  exit 0
fi

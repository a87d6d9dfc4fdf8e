"""Starts commands without the cost of a start: a process that has loaded the program forks itself for each of them.

Each command still is a process of its own, with its own streams, environment, folder and exit status.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

_LENGTH = 8


class Zygote:
    """The loaded program; `run` is for one command at a time."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.flows.zygote", str(theirs.fileno())],
                cwd=folder,
                pass_fds=[theirs.fileno()],
            )
        self._socket = ours

    def run(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        umask: int,
        streams: Sequence[IO[bytes]],
        killed_after: float | None = None,
    ) -> int:
        """The exit status of the command; `streams` are its standard input, output and error.

        After so many seconds, if any are given, it is killed, unless it has ended by then.
        """
        wanted = {
            "arguments": arguments,
            "environment": dict(environment),
            "umask": umask,
            "killed_after": killed_after,
        }
        request = json.dumps(wanted).encode()
        socket.send_fds(self._socket, [len(request).to_bytes(_LENGTH, "big")], [each.fileno() for each in streams])
        self._socket.sendall(request)
        answer = self._socket.recv(_LENGTH, socket.MSG_WAITALL)
        assert answer, "the program did not start"
        return int.from_bytes(answer, "big", signed=True)

    def close(self) -> None:
        """Ends the process."""
        self._socket.close()
        self._process.wait()


def _serve(connection: socket.socket) -> None:
    # All that a command may load; what it does load by itself is tested elsewhere.
    import app.exchange.dayone
    import app.exchange.importing
    import app.exchange.jrnl
    import app.exchange.json_file
    import app.exchange.markdown
    import app.journal
    import app.pack.make
    import app.pack.protect  # noqa: F401
    from app.cli.main import main

    while True:
        head, streams, _, _ = socket.recv_fds(connection, _LENGTH, 3)
        if not head:
            return
        request = json.loads(connection.recv(int.from_bytes(head, "big"), socket.MSG_WAITALL))
        child = os.fork()
        if child == 0:
            connection.close()
            _become(request, streams)
            _end(main, request["arguments"])
        for stream in streams:
            os.close(stream)
        if request["killed_after"] is not None:
            time.sleep(request["killed_after"])
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        connection.sendall(status.to_bytes(_LENGTH, "big", signed=True))


def _become(request: Mapping[str, object], streams: Sequence[int]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    environment, umask = request["environment"], request["umask"]
    assert isinstance(environment, dict)
    assert isinstance(umask, int)
    os.environ.clear()
    os.environ.update(environment)
    os.umask(umask)
    time.tzset()


def _end(main: object, arguments: Sequence[str]) -> None:
    """Runs the command and ends this process with its status, whatever happens."""
    status = 70
    try:
        assert callable(main)
        status = main(arguments)
    except SystemExit as wanted:
        status = wanted.code if isinstance(wanted.code, int) else 1
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(status)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as given:
        _serve(given)

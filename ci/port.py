"""Says whether `make serve` can have its port; if not, what to type, and exit code 1.

port.py 8000
"""

import socket
import sys


def main() -> int:
    port = sys.argv[1]
    if not port.isdecimal() or not 0 < int(port) < 65_536:
        print(f"'{port}' is no port. Type a number such as: make serve PORT=8001", file=sys.stderr)
        return 1
    with socket.socket() as tried:
        # As MkDocs does it: a port that a server has just left is free.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", int(port)))
        except PermissionError:
            told = "needs special rights"
        except OSError:
            told = "is in use: the archive is served already, or another program uses the port"
        else:
            return 0
    other = 8001 if int(port) < 1024 else (int(port) + 1 if int(port) < 65_535 else 8000)
    print(f"http://127.0.0.1:{port}/ {told}. Another one: make serve PORT={other}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""`make serve` says it when its port is taken."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

_PROJECT = Path(__file__).resolve().parents[2]


def _check(port: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(_PROJECT / "ci/port.py"), port]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_port_that_is_taken_is_told_with_another_one() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        result = _check(str(port))
    assert result.returncode == 1
    assert result.stderr.startswith(f"http://127.0.0.1:{port}/ is in use: the archive is served already")
    assert "Another one: make serve PORT=" in result.stderr
    free = _check(str(port))
    assert (free.returncode, free.stdout, free.stderr) == (0, "", "")


@pytest.mark.parametrize("port", ["", "web", "0", "65536", "-1"])
def test_what_is_no_port_is_told(port: str) -> None:
    result = _check(port)
    assert result.returncode == 1
    assert f"'{port}' is no port. Type a number such as: make serve PORT=8001" in result.stderr


def test_serve_looks_at_the_port_that_it_takes() -> None:
    recipe = (_PROJECT / "Makefile").read_text(encoding="utf-8").partition("\nserve:")[2].partition("\n\n")[0]
    looked_at, served = recipe.splitlines()[1:]
    assert 'ci/port.py "$(PORT)"' in looked_at
    assert "mkdocs serve -a 127.0.0.1:$(PORT)" in served

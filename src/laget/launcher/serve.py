"""`./laget serve`: the production server. It does not start rather than start wrong."""

import argparse
import os
import signal
from pathlib import Path

from laget.launcher import processes, roles
from laget.launcher.installation import Installation, production
from laget.launcher.trouble import Trouble


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    installation = production(options.data)
    processes.refuse_taken_port(options.host, options.port)
    try:
        installation.start_database()
        installation.migrate_if_changed()
        installation.collect_static_if_changed()
        refuse_wrong_role(installation)
        return _run(installation, options.host, options.port)
    finally:
        installation.stop_database()


def refuse_wrong_role(installation: Installation) -> None:
    """Raises Trouble if the database would not hold the application back."""
    os.environ.update(installation.environment())
    os.environ.pop("DATABASE_OWNER_URL", None)
    import django  # after the environment, which its settings are made from

    django.setup()
    from django.db import OperationalError, connection

    from laget.kernel.protected import protected_models

    tables = [model._meta.db_table for model in protected_models()]
    try:
        connection.ensure_connection()
    except OperationalError as error:
        words = str(error).strip().splitlines()[0]
        raise Trouble(f"The database does not answer: {words}") from error
    with connection.connection.cursor() as cursor:
        why = roles.refusals(cursor, tables)
    connection.close()
    if why:
        user = connection.settings_dict.get("USER")
        raise Trouble(f"Will not start as database role {user}: {'; '.join(why)}.")


def _run(installation: Installation, host: str, port: int) -> int:
    crew = processes.members(installation, host, port)
    name = installation.given["LAGET_ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")

    def ready() -> None:
        processes.wait_until_healthy(host, port, name, crew[0])
        print(f"Laget answers at {host}:{port} to {name}.", flush=True)

    return processes.run(installation, crew, ready)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("laget serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="where the proxy finds it")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--data", type=Path, help="where the embedded database is kept")
    return parser.parse_args(arguments)

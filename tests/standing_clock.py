"""A moved clock goes on while a test runs, by the machine's own. Here it can stand.

What is compared byte for byte must not tell how long the machine took: a visit that
began in one minute and ended in the next reads as two times instead of one.
"""

from django.db import connection

MAY_STAND = """
CREATE OR REPLACE FUNCTION clock_exact() RETURNS timestamptz LANGUAGE sql VOLATILE
    RETURN clock_now() + CASE current_setting('app.clock_stands', true)
        WHEN 'yes' THEN interval '0' ELSE clock_timestamp() - now() END;
"""


def stand():
    """Until the transaction, or the savepoint, is over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.clock_stands', 'yes', true)")

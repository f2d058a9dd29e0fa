from django.db import migrations

# Staff are added by administrators. Somebody of a family is added by logging in: then
# nobody acts yet, an eID has given a number, and the account is named by chance.
GUARD = """
CREATE OR REPLACE FUNCTION user_is_the_administrators_to_add() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'laget_app'
        AND NOT (actor() IS NULL AND NEW.nin_index <> ''
                 AND NEW.username LIKE 'person-%')
        AND NOT EXISTS (SELECT FROM administered())
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for user'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_login"),
        ("organisation", "0006_people_by_administrators"),
    ]
    operations = [migrations.RunSQL(GUARD, migrations.RunSQL.noop)]
